package org.earlyhelp.hub.web.governance.unusual;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.web.Viewer;
import org.earlyhelp.hub.web.governance.unusual.UnusualAccess.Outcome;
import org.earlyhelp.hub.web.governance.unusual.UnusualAccess.Review;
import org.earlyhelp.hub.web.governance.unusual.storage.UnusualStore;
import org.earlyhelp.hub.web.governance.unusual.storage.UnusualStore.Place;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is unusual in how cases were looked at, and the review by somebody else than who looked. */
@Controller
class UnusualPage {
    static final int SHOWN = 25;
    static final int NOTE_AT_MOST_CHARACTERS = 500;
    private static final Pattern PLACE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})_([0-9]{1,18})");

    private final UnusualFinder finder;
    private final UnusualStore store;
    private final HubClock clock;

    UnusualPage(UnusualFinder finder, UnusualStore store, HubClock clock) {
        this.finder = finder;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping("/sharing/unusual")
    String unusual(@RequestParam(defaultValue = "waiting") String show, @RequestParam(defaultValue = "") String before, Authentication who, Model model) {
        finder.catchUp();
        return page(show, before, null, null, who, model);
    }

    @PostMapping("/sharing/unusual/{id}")
    String review(@PathVariable long id, @RequestParam(defaultValue = "") String outcome, @RequestParam(defaultValue = "") String note, Authentication who, Model model,
                  HttpServletResponse response) {
        Outcome found = Arrays.stream(Outcome.values()).filter(one -> one.name().equals(outcome)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        String kept = note.strip();
        if (kept.length() > NOTE_AT_MOST_CHARACTERS || kept.isEmpty() && found != Outcome.JUSTIFIED) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page("waiting", "", id, "Say in a note of at most " + NOTE_AT_MOST_CHARACTERS + " characters what was asked or found", who, model);
        }
        if (!store.review(id, new Review(found, kept, Viewer.of(who).account(), clock.now()))) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return "redirect:/sharing/unusual";
    }

    private String page(String show, String before, Long faulty, String error, Authentication who, Model model) {
        boolean all = show.equals("all");
        List<UnusualAccess> found = store.list(!all, place(before), SHOWN + 1);
        List<UnusualAccess> shown = found.subList(0, Math.min(SHOWN, found.size()));
        model.addAttribute("all", all);
        model.addAttribute("waiting", store.waiting());
        model.addAttribute("lines", shown.stream().map(access -> UnusualLine.of(access, Viewer.of(who).account())).toList());
        model.addAttribute("next", found.size() > SHOWN ? shown.get(SHOWN - 1).day() + "_" + shown.get(SHOWN - 1).id() : null);
        model.addAttribute("faulty", faulty);
        model.addAttribute("error", error);
        model.addAttribute("most", NOTE_AT_MOST_CHARACTERS);
        return "web/unusual";
    }

    private static Place place(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher parts = PLACE.matcher(text);
        try {
            if (parts.matches()) {
                return new Place(LocalDate.parse(parts.group(1)), Long.parseLong(parts.group(2)));
            }
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such page", e);
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
