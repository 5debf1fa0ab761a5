package org.earlyhelp.hub.web.governance.unusual;

import java.util.List;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.StartLines;
import org.earlyhelp.hub.web.Viewer;
import org.earlyhelp.hub.web.governance.unusual.storage.UnusualStore;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How much unusual access waits to be looked at. */
@Component
@Order(2)
class UnusualStart implements StartLines {
    private final UnusualFinder finder;
    private final UnusualStore store;

    UnusualStart(UnusualFinder finder, UnusualStore store) {
        this.finder = finder;
        this.store = store;
    }

    @Override
    public List<Line> of(Viewer viewer) {
        if (viewer.role() != StaffRole.IG) {
            return List.of();
        }
        finder.catchUpNowAndThen();
        long waiting = store.waiting();
        return List.of(new Line("Unusual access", waiting == 0 ? "Nothing waits to be looked at" : waiting + " to look at", "/sharing/unusual"));
    }
}
