package org.earlyhelp.hub.web.governance;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.audit.LogFilter;
import org.earlyhelp.hub.sharing.audit.LogFilter.Standing;
import org.earlyhelp.hub.sharing.audit.LogSearch;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.StartLines;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the log stands and what was refused today, on the start page of information governance. */
@Component
@Order(1)
class LogStart implements StartLines {
    private final LogWatch watch;
    private final LogSearch search;
    private final HubClock clock;

    LogStart(LogWatch watch, LogSearch search, HubClock clock) {
        this.watch = watch;
        this.search = search;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Viewer viewer) {
        if (viewer.role() != StaffRole.IG) {
            return List.of();
        }
        LocalDate today = clock.today();
        return List.of(new Line("The log itself", words(watch.state()), "/sharing"),
                new Line("Refused today", count(today, null, Decided.REFUSED), "/sharing?decision=REFUSED&from=" + today),
                new Line("Went today with no agreement in force", count(today, Standing.NONE, null), "/sharing?standing=NONE&from=" + today));
    }

    private static String words(LogState state) {
        LogState.Check check = state.check();
        return check == null || check.holds() ? state.words()
                : state.words() + " The check of " + PlainTime.of(check.at()) + " found faults: " + check.count() + ". The first: " + check.faults().get(0);
    }

    private String count(LocalDate today, Standing standing, Decided decided) {
        long entries = search.count(new LogFilter(List.of(), null, null, null, standing, null, null, decided, today, today));
        return entries == 0 ? "Nothing" : entries == 1 ? "1 entry" : "%,d entries".formatted(entries);
    }
}
