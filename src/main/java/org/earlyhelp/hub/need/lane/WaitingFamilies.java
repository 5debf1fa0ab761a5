package org.earlyhelp.hub.need.lane;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.earlyhelp.hub.need.rules.Rules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Assesses the families that wait. One that fails is tried again and then parked, and the others go on. Not thread-safe. */
final class WaitingFamilies {
    /** Families of one transaction; a bulk load yields to an urgent family after at most this many. */
    static final int BATCH = 100;
    /** So often a family is tried before it is parked. */
    static final int TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(WaitingFamilies.class);
    private final FamilyAssessor assessor;
    private final Map<Long, Integer> failures = new HashMap<>();

    WaitingFamilies(FamilyAssessor assessor) {
        this.assessor = assessor;
    }

    /** Until none waits but those that just failed, or no longer than {@code goOn} holds; without rules nothing is assessed. */
    void drain(Optional<Rules> read, BooleanSupplier goOn, boolean bulkToo) {
        if (read.isEmpty()) {
            return;
        }
        Set<Long> failed = new HashSet<>();
        int oneByOne = 0;
        while (goOn.getAsBoolean()) {
            try {
                List<Long> done = assessor.assessNext(read.get(), oneByOne > 0 ? 1 : BATCH, failed, bulkToo);
                if (done.isEmpty()) {
                    return;
                }
                done.forEach(failures::remove);
                oneByOne = Math.max(0, oneByOne - 1);
            } catch (AssessmentFailed e) {
                if (e.families().isEmpty() || e.isPassing()) {
                    throw (RuntimeException) e.getCause();
                }
                if (e.families().size() == 1) {
                    failed.addAll(e.families());
                    noteFailure(e.families().get(0), e);
                } else {
                    oneByOne = e.families().size();
                }
            }
        }
    }

    private void noteFailure(long family, AssessmentFailed failure) {
        int times = failures.merge(family, 1, Integer::sum);
        LOG.warn("Family {} could not be assessed, try {} of {}: {}", family, times, TRIES, failure.kinds());
        if (times >= TRIES) {
            failures.remove(family);
            assessor.park(family, failure.kinds());
        }
    }
}
