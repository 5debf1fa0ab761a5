package org.earlyhelp.hub.identity.lane;

import java.sql.SQLException;
import java.util.List;
import org.earlyhelp.hub.identity.storage.LaneElection;
import org.earlyhelp.hub.intake.canary.CanaryRefused;
import org.earlyhelp.hub.intake.canary.CanaryStep;
import org.earlyhelp.hub.intake.canary.CanaryYield;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Links the canary as any other record, in a transaction that is taken back. Of several hubs the elected one does. */
@Component
@Order(1)
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
    public CanaryYield pass(List<Long> records) {
        if (!isElected()) {
            return CanaryYield.of("not here: another hub links");
        }
        if (writer.tryOut(records) != records.size()) {
            throw new CanaryRefused("not all of its records were linked");
        }
        return CanaryYield.of("linked");
    }

    private boolean isElected() {
        try {
            return election.isElected();
        } catch (SQLException e) {
            throw new IllegalStateException("whether this hub links records is not known", e);
        }
    }
}
