package org.earlyhelp.hub.web.emergency;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.page.ShortText;
import org.earlyhelp.hub.web.Viewer;
import org.earlyhelp.hub.web.emergency.EmergencyAccess.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The form that opens a page in an emergency, and the manager's list of what was opened. */
@Controller
class EmergencyPages {
    private static final int REMARK_AT_MOST_CHARACTERS = 500;
    private final EmergencyDesk desk;

    EmergencyPages(EmergencyDesk desk) {
        this.desk = desk;
    }

    /** One access, in words. */
    record Line(long id, String who, String page, String reason, String when, String entry, String review, boolean waits) {
        static Line of(EmergencyAccess access, Viewer viewer) {
            String review = access.review().map(it -> "%s, by %s %s%s".formatted(it.verdict() == Verdict.RIGHT ? "Right" : "Wrong", it.by(), PlainTime.of(it.at()),
                    it.remark().isEmpty() ? "" : ": " + it.remark())).orElse("Waits for a review");
            boolean waits = access.review().isEmpty() && !access.account().equals(viewer.account());
            return new Line(access.id(), access.account() + " (" + access.role() + ")", access.page(), access.reason(), PlainTime.of(access.openedAt()), access.entry(), review, waits);
        }
    }

    @GetMapping("/emergency")
    String ask(@RequestParam(defaultValue = "") String page, Model model) {
        return form(page, "", null, model);
    }

    @PostMapping("/emergency")
    String open(@RequestParam(defaultValue = "") String page, @RequestParam(defaultValue = "") String reason, Authentication who, Model model, HttpServletResponse response) {
        if (EmergencyDesk.isOpenable(page) && !EmergencyDesk.isReason(reason.strip())) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(page, reason, "Give a reason of %d to %d characters".formatted(EmergencyDesk.REASON_AT_LEAST_CHARACTERS, EmergencyDesk.REASON_AT_MOST_CHARACTERS), model);
        }
        requireOpenable(page);
        desk.open(Viewer.of(who), page, reason.strip());
        return "redirect:" + page;
    }

    @GetMapping("/emergency/uses")
    String uses(Authentication who, Model model) {
        List<Line> lines = desk.latest().stream().map(access -> Line.of(access, Viewer.of(who))).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("waiting", desk.unreviewed());
        return "web/emergency-uses";
    }

    @PostMapping("/emergency/uses/{id}")
    String review(@PathVariable long id, @RequestParam(defaultValue = "") String verdict, @RequestParam(defaultValue = "") String remark, Authentication who) {
        Verdict found = switch (verdict.toUpperCase(Locale.ROOT)) {
            case "RIGHT" -> Verdict.RIGHT;
            case "WRONG" -> Verdict.WRONG;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
        String kept = ShortText.of(remark.strip(), REMARK_AT_MOST_CHARACTERS);
        if (!desk.review(id, found, kept, Viewer.of(who))) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return "redirect:/emergency/uses";
    }

    private static String form(String page, String reason, String error, Model model) {
        requireOpenable(page);
        model.addAttribute("page", page);
        model.addAttribute("reason", reason);
        model.addAttribute("error", error);
        model.addAttribute("minutes", EmergencyDesk.LASTS.toMinutes());
        model.addAttribute("most", EmergencyDesk.REASON_AT_MOST_CHARACTERS);
        return "web/emergency";
    }

    private static void requireOpenable(String page) {
        if (!EmergencyDesk.isOpenable(page)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
