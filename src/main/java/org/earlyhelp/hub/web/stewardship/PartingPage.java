package org.earlyhelp.hub.web.stewardship;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.earlyhelp.hub.identity.Hand;
import org.earlyhelp.hub.identity.IdentitySteward;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.identity.review.Parting;
import org.earlyhelp.hub.identity.review.PartingDesk;
import org.earlyhelp.hub.identity.review.ReviewForm;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Taking a record, or a person merged in, out of a person, or judging the person anew: first what it would lead to, then
 * the act with its reason. Where a place is hidden the first person proposes, and a second, different one carries it out or declines.
 */
@Controller
class PartingPage {
    private static final String SPLIT = "/reviews/people/{ref}/split/{mention:[0-9]+}";
    private static final String UNMERGE = "/reviews/people/{ref}/unmerge/{gone}";

    private static final String SETTLE = "/reviews/people/{ref}/settle";

    private final PersonDirectory people;
    private final IdentitySteward steward;
    private final PartingDesk partings;
    private final Ripple ripple;
    private final DisclosureDesk desk;

    PartingPage(PersonDirectory people, IdentitySteward steward, PartingDesk partings, Ripple ripple, DisclosureDesk desk) {
        this.people = people;
        this.steward = steward;
        this.partings = partings;
        this.ripple = ripple;
        this.desk = desk;
    }

    @GetMapping(SPLIT)
    String lookAtSplit(@PathVariable String ref, @PathVariable long mention, Authentication who, Model model, HttpServletResponse response) {
        model.addAttribute("title", "Take one record out of " + ref);
        return look(new Parting.Split(ref, mention), SPLIT, () -> ripple.ofSplit(ref, mention), who, model, response);
    }

    @PostMapping(SPLIT)
    String split(@PathVariable String ref, @PathVariable long mention, @RequestParam(defaultValue = "") String reason, Authentication who, Model model,
                 HttpServletResponse response) {
        return part(new Parting.Split(ref, mention), who, reason, model, response);
    }

    @PostMapping(SPLIT + "/decline")
    String declineSplit(@PathVariable String ref, @PathVariable long mention, @RequestParam(defaultValue = "") String reason, Authentication who, Model model,
                        HttpServletResponse response) {
        return decline(new Parting.Split(ref, mention), who, reason, model, response);
    }

    @GetMapping(UNMERGE)
    String lookAtUnmerge(@PathVariable String ref, @PathVariable String gone, Authentication who, Model model, HttpServletResponse response) {
        model.addAttribute("title", "Take " + gone + " out of " + ref + " again");
        return look(new Parting.Unmerge(ref, gone), UNMERGE, () -> ripple.ofUnmerge(ref, gone), who, model, response);
    }

    @PostMapping(UNMERGE)
    String unmerge(@PathVariable String ref, @PathVariable String gone, @RequestParam(defaultValue = "") String reason, Authentication who, Model model,
                   HttpServletResponse response) {
        return part(new Parting.Unmerge(ref, gone), who, reason, model, response);
    }

    @PostMapping(UNMERGE + "/decline")
    String declineUnmerge(@PathVariable String ref, @PathVariable String gone, @RequestParam(defaultValue = "") String reason, Authentication who, Model model,
                          HttpServletResponse response) {
        return decline(new Parting.Unmerge(ref, gone), who, reason, model, response);
    }

    @GetMapping(SETTLE)
    String lookAtSettling(@PathVariable String ref, Authentication who, Model model, HttpServletResponse response) {
        model.addAttribute("title", "Judge " + ref + " anew");
        model.addAttribute("afterwards", "All records that hang together are judged again. What people decided stays. Whoever was told is told again where something changes.");
        model.addAttribute("button", "Judge anew");
        return look(ref, SETTLE, "/reviews/people/" + ref + "/settle", () -> ripple.ofSettle(ref), who, model, response);
    }

    @PostMapping(SETTLE)
    String settle(@PathVariable String ref, @RequestParam(defaultValue = "") String reason, Authentication who, Model model, HttpServletResponse response) {
        return act(ref, hand(who, reason), hand -> {
            steward.settle(ref, hand);
            return "/reviews/people/" + people.byRef(ref).orElseThrow().ref();
        }, model, response);
    }

    private String look(Parting parting, String page, Supplier<List<String>> foretold, Authentication who, Model model, HttpServletResponse response) {
        partings.proposed(parting).ifPresent(proposal -> model.addAttribute("proposal", PartingLine.of(proposal)));
        return look(parting.person(), page, PartingLine.path(parting), foretold, who, model, response);
    }

    private String part(Parting parting, Authentication who, String reason, Model model, HttpServletResponse response) {
        boolean isSteward = Viewer.of(who).role() == StaffRole.STEWARD;
        if (!isSteward && partings.proposed(parting).isEmpty()) {
            return refused(HttpStatus.FORBIDDEN, "Only a steward proposes this; nothing waits for a second person here. Nothing was changed.", "/reviews", model, response);
        }
        return act(parting.person(), hand(who, reason), hand -> partings.part(parting, hand)
                .map(fresh -> isSteward ? "/reviews/people/" + fresh : "/reviews").orElse(PartingLine.path(parting)), model, response);
    }

    private String decline(Parting parting, Authentication who, String reason, Model model, HttpServletResponse response) {
        return act(parting.person(), hand(who, reason), hand -> {
            partings.decline(parting, hand);
            return "/reviews";
        }, model, response);
    }

    private String look(String ref, String page, String action, Supplier<List<String>> foretold, Authentication who, Model model, HttpServletResponse response) {
        if (!mayBeShown(ref)) {
            return refused(HttpStatus.NOT_FOUND, "No person stands under that reference.", "/reviews", model, response);
        }
        try {
            List<String> waves = foretold.get();
            boolean shown = desk.disclose(new MatchAsk().person(ref).request(Viewer.of(who), page, true), allowance -> waves) instanceof Disclosed<List<String>>;
            model.addAttribute("ripple", shown ? waves : List.of());
            model.addAttribute("action", action);
            model.addAttribute("back", Viewer.of(who).role() == StaffRole.STEWARD ? "/reviews/people/" + ref : "/reviews");
            return "web/review-parting";
        } catch (IllegalArgumentException e) {
            return stale(ref, e, model, response);
        }
    }

    private String act(String ref, Hand hand, Act act, Model model, HttpServletResponse response) {
        if (!mayBeShown(ref)) {
            return refused(HttpStatus.NOT_FOUND, "No person stands under that reference. Nothing was changed.", "/reviews", model, response);
        }
        if (hand.reason().isEmpty() || hand.reason().length() > ReviewForm.REASON_CHARACTERS) {
            return refused(HttpStatus.BAD_REQUEST, "A reason is needed, of at most " + ReviewForm.REASON_CHARACTERS + " characters. Name nobody in it. Nothing was changed.",
                    "/reviews/people/" + ref, model, response);
        }
        try {
            return "redirect:" + act.by(hand);
        } catch (IllegalArgumentException e) {
            return stale(ref, e, model, response);
        }
    }

    private boolean mayBeShown(String ref) {
        return people.byRef(ref).filter(person -> person.ref().equals(ref) && !person.sealed()).map(PersonView::ref).isPresent();
    }

    /** The identity room says why in words that name nobody. */
    private static String stale(String ref, IllegalArgumentException why, Model model, HttpServletResponse response) {
        return refused(HttpStatus.CONFLICT, "It does not fit any more: " + why.getMessage() + ". Nothing was changed.", "/reviews/people/" + ref, model, response);
    }

    private static String refused(HttpStatus status, String found, String back, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("found", found);
        model.addAttribute("back", back);
        return "web/review-refused";
    }

    private static Hand hand(Authentication who, String reason) {
        return new Hand(Viewer.of(who).account(), reason.strip());
    }

    /** What is done by somebody's hand; gives the path to go on with. */
    private interface Act {
        String by(Hand hand);
    }
}
