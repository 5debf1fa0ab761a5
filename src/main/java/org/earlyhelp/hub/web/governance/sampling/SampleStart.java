package org.earlyhelp.hub.web.governance.sampling;

import java.time.YearMonth;
import java.util.List;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.StartLines;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether last month's sample is drawn, and how many nobody has signed. */
@Component
@Order(3)
class SampleStart implements StartLines {
    private final SampleDesk desk;
    private final HubClock clock;

    SampleStart(SampleDesk desk, HubClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Viewer viewer) {
        if (viewer.role() != StaffRole.IG) {
            return List.of();
        }
        YearMonth last = YearMonth.from(clock.today()).minusMonths(1);
        String drawn = desk.isDrawn(last) ? "" : "none drawn of " + PlainTime.month(last) + " yet";
        long unsigned = desk.unsigned();
        String open = unsigned == 0 ? "" : unsigned + " not signed";
        return List.of(new Line("Monthly sample", open.isEmpty() && drawn.isEmpty() ? "All signed" : open + (open.isEmpty() || drawn.isEmpty() ? "" : "; ") + drawn, "/sharing/sampling"));
    }
}
