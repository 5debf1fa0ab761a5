package org.earlyhelp.hub.identity.lane;

import java.sql.SQLException;
import java.util.List;
import org.earlyhelp.hub.identity.storage.LaneElection;
import org.earlyhelp.hub.intake.canary.CanaryStep;
import org.springframework.stereotype.Component;

/** Links the canary as any other record, in a transaction that is taken back. Of several hubs the elected one does. */
@Component
class IdentityCanary implements CanaryStep {
    private final IdentityWriter writer;
    private final LaneElection election;

    IdentityCanary(IdentityWriter writer, LaneElection election) {
        this.writer = writer;
        this.election = election;
    }

    @Override
    public String name() {
        return "linking to people";
    }

    @Override
    public void prepare() {
        if (isElected()) {
            writer.remember();
        }
    }

    @Override
    public void pass(List<Long> records) {
        if (isElected() && writer.tryOut(records) != records.size()) {
            throw new IllegalStateException("not all records of the canary were linked");
        }
    }

    private boolean isElected() {
        try {
            return election.isElected();
        } catch (SQLException e) {
            throw new IllegalStateException("whether this hub links records is not known", e);
        }
    }
}
