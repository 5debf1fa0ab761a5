package org.earlyhelp.hub.web.layout;

import java.util.List;
import org.earlyhelp.hub.intake.layout.LayoutVersions;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.StartLines;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Changed layouts that wait, on the start page of those who decide on them. */
@Component
@Order(3)
class LayoutStart implements StartLines {
    private final LayoutVersions versions;

    LayoutStart(LayoutVersions versions) {
        this.versions = versions;
    }

    @Override
    public List<Line> of(Viewer viewer) {
        if (viewer.role() != StaffRole.OPERATOR && viewer.role() != StaffRole.MANAGER) {
            return List.of();
        }
        int waiting = versions.proposals().size();
        return waiting == 0 ? List.of() : List.of(new Line("Changed layouts", waiting == 1 ? "One waits for two people" : waiting + " wait for two people", "/mappings"));
    }
}
