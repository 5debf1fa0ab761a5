package org.earlyhelp.hub.web.erasure;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.rights.hold.LegalHold;
import org.earlyhelp.hub.rights.hold.LegalHold.Scope;
import org.earlyhelp.hub.rights.hold.LegalHolds;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Legal holds: those that stand, a new one, and lifting one in two people's hands. */
@Controller
class HoldPages {
    private final LegalHolds holds;
    private final HubClock clock;

    HoldPages(LegalHolds holds, HubClock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    /** A hold in words. */
    record Line(long id, String over, String reason, String placed, String review, boolean overdue, String lift, String lifted, boolean mayPropose, boolean mayLift) {
        static Line of(LegalHold hold, LocalDate today, String account) {
            return new Line(hold.id(), hold.scope() == Scope.ALL ? "Everybody" : (hold.scope() == Scope.FAMILY ? "Family " : "Person ") + hold.about(), hold.reason(),
                    hold.placedBy() + ", " + PlainTime.of(hold.placedAt()), PlainTime.of(hold.reviewOn()), hold.isOverdueOn(today),
                    hold.liftBy() == null ? null : hold.liftBy() + " proposes to lift it: " + hold.liftReason(),
                    hold.stands() ? null : hold.liftedBy() + ", " + PlainTime.of(hold.liftedAt()), hold.stands() && hold.liftBy() == null,
                    hold.stands() && hold.liftBy() != null && !hold.liftBy().equals(account));
        }
    }

    @GetMapping("/rights/holds")
    String show(Authentication who, Model model) {
        return show(null, who, model);
    }

    @PostMapping("/rights/holds")
    String place(@RequestParam(defaultValue = "") String scope, @RequestParam(defaultValue = "") String about, @RequestParam(defaultValue = "") String reason,
                 @RequestParam(defaultValue = "") String review, Authentication who, Model model, HttpServletResponse response) {
        return act(() -> holds.place(scope(scope), about.strip(), reason.strip(), day(review), Viewer.of(who).account()), who, model, response);
    }

    @PostMapping("/rights/holds/{id:[0-9]{1,18}}/propose")
    String propose(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Authentication who, Model model, HttpServletResponse response) {
        return act(() -> holds.proposeLift(id, reason.strip(), Viewer.of(who).account()), who, model, response);
    }

    @PostMapping("/rights/holds/{id:[0-9]{1,18}}/lift")
    String lift(@PathVariable long id, Authentication who, Model model, HttpServletResponse response) {
        return act(() -> holds.lift(id, Viewer.of(who).account()), who, model, response);
    }

    private String act(Runnable act, Authentication who, Model model, HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/rights/holds";
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(e.getMessage(), who, model);
        }
    }

    private String show(String error, Authentication who, Model model) {
        String account = Viewer.of(who).account();
        model.addAttribute("lines", holds.all().stream().map(hold -> Line.of(hold, clock.today(), account)).toList());
        model.addAttribute("error", error);
        model.addAttribute("most", LegalHolds.REASON_CHARACTERS);
        return "web/holds";
    }

    private static Scope scope(String name) {
        return Arrays.stream(Scope.values()).filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Choose whether it is over a person, a family or everybody."));
    }

    /** Null for what is no day: the room says what is expected. */
    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
