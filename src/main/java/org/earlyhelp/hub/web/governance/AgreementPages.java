package org.earlyhelp.hub.web.governance;

import java.util.List;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** All agreements with how they stand today, and one in full. */
@Controller
class AgreementPages {
    private final AgreementBook book;
    private final HubClock clock;

    AgreementPages(AgreementBook book, HubClock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** One line of the list. */
    record Line(Agreement agreement, String standing, String feeds) {
    }

    @GetMapping("/agreements")
    String agreements(Model model) {
        List<Line> lines = book.agreements().stream().map(agreement -> new Line(agreement,
                words(agreement.standingOn(clock.today())), String.join(", ", agreement.feeds().keySet()))).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("faults", book.faults());
        model.addAttribute("borough", book.borough());
        return "web/agreements";
    }

    @GetMapping("/agreements/{agency}")
    String agreement(@PathVariable String agency, Model model) {
        Agreement agreement = book.agreementOf(agency).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("agreement", agreement);
        model.addAttribute("standing", words(agreement.standingOn(clock.today())));
        return "web/agreement";
    }

    private static String words(Agreement.Standing standing) {
        return switch (standing) {
            case NOT_BEGUN -> "not begun";
            case IN_FORCE -> "in force";
            case GRACE -> "ended, in its days of grace";
            case LAPSED -> "ended";
            case NONE -> "none";
        };
    }
}
