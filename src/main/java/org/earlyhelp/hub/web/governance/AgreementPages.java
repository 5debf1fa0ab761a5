package org.earlyhelp.hub.web.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementNotices;
import org.earlyhelp.hub.sharing.AgreementVersions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** All agreements with how they stand today, what changed and what waits for one; and one in full. */
@Controller
class AgreementPages {
    private static final int LISTED_CHANGES = 20;
    private static final int LISTED_NOTICES = 50;
    private static final int LISTED_FORMS = 100;
    private final AgreementBook book;
    private final AgreementVersions versions;
    private final AgreementNotices notices;
    private final HeldBack held;
    private final HubClock clock;

    AgreementPages(AgreementBook book, AgreementVersions versions, AgreementNotices notices, HeldBack held, HubClock clock) {
        this.book = book;
        this.versions = versions;
        this.notices = notices;
        this.held = held;
        this.clock = clock;
    }

    /** A notice in words. */
    record NoticeLine(String at, String agency, String says, String due) {
        static NoticeLine of(AgreementNotices.Notice notice) {
            return new NoticeLine(PlainTime.of(notice.at()), notice.agency(), notice.agreement() + " " + notice.kind().words(), PlainTime.of(notice.due()));
        }
    }

    @GetMapping("/agreements")
    String agreements(Model model) {
        LocalDate today = clock.today();
        List<AgreementLine> lines = book.agreements().stream().map(agreement -> AgreementLine.of(agreement, today)).toList();
        model.addAttribute("ending", lines.stream().filter(AgreementLine::ending).toList());
        model.addAttribute("others", lines.stream().filter(line -> !line.ending()).toList());
        model.addAttribute("proposals", versions.proposals().size());
        model.addAttribute("changed", versions.changed(LISTED_CHANGES).stream().map(AgreementForm::of).toList());
        model.addAttribute("notices", notices.newest(LISTED_NOTICES).stream().map(NoticeLine::of).toList());
        model.addAttribute("wentOn", notices.wentOnSince(London.startOf(today)));
        model.addAttribute("held", held.lines());
        model.addAttribute("faults", book.faults());
        model.addAttribute("borough", book.borough());
        return "web/agreements";
    }

    @GetMapping("/agreements/{agency}")
    String agreement(@PathVariable String agency, Model model) {
        Agreement agreement = book.agreementOf(agency).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("agreement", agreement);
        model.addAttribute("kept", new TreeMap<>(agreement.retention()));
        model.addAttribute("standing", AgreementLine.words(agreement, clock.today()));
        model.addAttribute("forms", versions.newest(agency, LISTED_FORMS).stream().map(AgreementForm::of).toList());
        model.addAttribute("held", held.lines().stream().filter(line -> line.agency().equals(agency)).toList());
        return "web/agreement";
    }
}
