package org.earlyhelp.hub.rights.retain;

import java.util.List;
import org.earlyhelp.hub.rights.hold.LegalHold;
import org.earlyhelp.hub.rights.hold.LegalHold.Scope;
import org.earlyhelp.hub.rights.hold.LegalHolds;
import org.earlyhelp.hub.rights.storage.DueStore;
import org.springframework.stereotype.Component;

/** Whose data never runs out, however old: held people, families with an open alert, families somebody works with. */
@Component
class Protected {
    private final LegalHolds holds;
    private final DueStore due;

    Protected(LegalHolds holds, DueStore due) {
        this.holds = holds;
        this.due = due;
    }

    /** Whether a hold stands over everybody. */
    boolean everybody() {
        return holds.standing().stream().anyMatch(hold -> hold.scope() == Scope.ALL);
    }

    /** Database ids of the people, with everybody merged into them. */
    List<Long> people() {
        return due.kept(held(Scope.PERSON), held(Scope.FAMILY));
    }

    private List<String> held(Scope scope) {
        return holds.standing().stream().filter(hold -> hold.scope() == scope).map(LegalHold::about).toList();
    }
}
