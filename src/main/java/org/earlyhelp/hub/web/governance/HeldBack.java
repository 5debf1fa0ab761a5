package org.earlyhelp.hub.web.governance;

import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.alert.AwaitedAgreements;
import org.earlyhelp.hub.alert.AwaitedAgreements.Awaited;
import org.earlyhelp.hub.alert.AwaitedAgreements.What;
import org.earlyhelp.hub.intake.Deliveries;
import org.earlyhelp.hub.intake.HeldFeed;
import org.earlyhelp.hub.page.PlainTime;
import org.springframework.stereotype.Component;

/** What waits for an agreement, by agency: files, facts of alerts, outcomes. Counts only. */
@Component
class HeldBack {
    private final Deliveries deliveries;
    private final AwaitedAgreements awaited;

    HeldBack(Deliveries deliveries, AwaitedAgreements awaited) {
        this.deliveries = deliveries;
        this.awaited = awaited;
    }

    /** So much of one thing waits since then. */
    record Line(String agency, String what, long count, String since) {
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>(deliveries.held().stream().map(HeldBack::files).toList());
        awaited.standing().stream().map(HeldBack::alerts).forEach(lines::add);
        return lines;
    }

    private static Line files(HeldFeed held) {
        return new Line(held.agency(), "files of " + held.feed(), held.files(), PlainTime.of(held.since()));
    }

    private static Line alerts(Awaited one) {
        return new Line(one.agency(), one.what() == What.FACTS ? "alerts told without its facts" : "outcomes it was not told", one.alerts(), PlainTime.of(one.since()));
    }
}
