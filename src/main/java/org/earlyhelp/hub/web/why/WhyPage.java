package org.earlyhelp.hub.web.why;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks what happened to whatever has a reference. The reference is posted, so that it stands in no address. */
@Controller
class WhyPage {
    private static final int REASON_LIMIT_CHARACTERS = 500;
    private static final Set<String> TOLD = Set.of("links", "needs", "alerts");
    private final DataSource database;
    private final AgreementBook agreements;
    private final DisclosureDesk desk;
    private final HubClock clock;

    WhyPage(DataSource database, AgreementBook agreements, DisclosureDesk desk, HubClock clock) {
        this.database = database;
        this.agreements = agreements;
        this.desk = desk;
        this.clock = clock;
    }

    /** A step as the page shows it. */
    record Line(String when, String what) {
    }

    @GetMapping("/why")
    String ask(Model model) {
        return page("", "", null, model);
    }

    @PostMapping("/why")
    String tell(@RequestParam(defaultValue = "") String ref, @RequestParam(defaultValue = "") String reason, Authentication who, Model model, HttpServletResponse response) {
        Optional<Subject> subject = Subject.parse(ref);
        if (subject.isEmpty()) {
            return refused(ref, reason, "Enter a receipt, a file, a record, a person, a family or an alert by its reference", model, response);
        }
        if (subject.get().isOfPeople() && (reason.isBlank() || reason.length() > REASON_LIMIT_CHARACTERS)) {
            return refused(ref, reason, "Say why you ask about people, in at most " + REASON_LIMIT_CHARACTERS + " characters", model, response);
        }
        Optional<Story> story = new WhyTeller(database, agreements, clock.now()).tell(subject.get());
        if (subject.get().isOfPeople() && story.isPresent()) {
            note(story.get(), reason.strip(), Viewer.of(who));
        }
        model.addAttribute("asked", true);
        return page(ref, reason, story.orElse(null), model);
    }

    /** In the log before it is on the page. */
    private void note(Story story, String reason, Viewer viewer) {
        Stream<String> people = story.people().isEmpty() ? Stream.of((String) null) : story.people().stream();
        desk.note(people.map(person -> new Act(viewer.act(), person, viewer.recipient(), Purpose.OPERATION, null, Set.of(), TOLD,
                Map.of("why", story.about(), "reason", reason))).toList());
    }

    private String refused(String ref, String reason, String error, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("error", error);
        return page(ref, reason, null, model);
    }

    private String page(String ref, String reason, Story story, Model model) {
        model.addAttribute("ref", ref);
        model.addAttribute("reason", reason);
        model.addAttribute("story", story);
        model.addAttribute("steps", story == null ? List.of() : story.steps().stream().map(step -> new Line(PlainTime.of(step.at()), step.what())).toList());
        return "web/why";
    }
}
