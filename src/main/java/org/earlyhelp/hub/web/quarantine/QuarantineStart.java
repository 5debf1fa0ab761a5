package org.earlyhelp.hub.web.quarantine;

import java.util.List;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.quarantine.RowDesk;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.StartLines;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How much was refused and waits to be mended, on the operator's start page. */
@Component
@Order(2)
class QuarantineStart implements StartLines {
    private final RowDesk rows;

    QuarantineStart(RowDesk rows) {
        this.rows = rows;
    }

    @Override
    public List<Line> of(Viewer viewer) {
        if (viewer.role() != StaffRole.OPERATOR) {
            return List.of();
        }
        long open = rows.countOpen(Choice.ALL);
        return List.of(new Line("Refused and kept", open == 0 ? "Nothing" : open == 1 ? "One refusal" : open + " refusals", "/quarantine"));
    }
}
