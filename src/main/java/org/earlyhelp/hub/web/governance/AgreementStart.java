package org.earlyhelp.hub.web.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Agreement.Standing;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementVersions;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.StartLines;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which agreements end, have ended or wait to be changed, on the start page of those who decide on them. */
@Component
@Order(4)
class AgreementStart implements StartLines {
    private static final String PROPOSALS = "/agreements/proposal";
    private final AgreementBook book;
    private final AgreementVersions versions;
    private final HubClock clock;

    AgreementStart(AgreementBook book, AgreementVersions versions, HubClock clock) {
        this.book = book;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Viewer viewer) {
        List<Line> lines = new ArrayList<>();
        int waiting = versions.proposals().size();
        if (viewer.role() == StaffRole.IG) {
            lines.add(new Line("Agreements not in force", named(lapsed()), "/agreements"));
            lines.add(new Line("Agreements that end or are to be reviewed", named(endingSoon()), "/agreements"));
            lines.add(new Line("Changed agreements", waiting == 0 ? "None waits" : waiting + " to decide on", PROPOSALS));
        } else if (viewer.role() == StaffRole.MANAGER && waiting > 0) {
            lines.add(new Line("Changed agreements", waiting + " wait for a second person", PROPOSALS));
        }
        return lines;
    }

    private List<String> lapsed() {
        LocalDate today = clock.today();
        return book.agreements().stream().filter(agreement -> agreement.standingOn(today) == Standing.LAPSED || agreement.standingOn(today) == Standing.NOT_BEGUN)
                .map(agreement -> agreement.name()).toList();
    }

    private List<String> endingSoon() {
        List<String> lapsed = lapsed();
        return book.agreements().stream().map(agreement -> AgreementLine.of(agreement, clock.today())).filter(AgreementLine::ending)
                .map(AgreementLine::name).filter(name -> !lapsed.contains(name)).toList();
    }

    private static String named(List<String> names) {
        return names.isEmpty() ? "None" : names.stream().sorted().collect(Collectors.joining(", "));
    }
}
