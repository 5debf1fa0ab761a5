package org.earlyhelp.hub.need;

import java.util.Collection;
import java.util.Map;

/** Assesses a canary's family as any other, with all that follows from it, in the caller's transaction, which is to be taken back. */
@FunctionalInterface
public interface CanaryAssessment {
    /**
     * Assesses the families of the people that these records speak of; returns their references by database id, none where nobody
     * was linked. Throws {@link org.earlyhelp.hub.intake.canary.CanaryRefused} where any other record is about one of them, so that
     * nothing of a real family is read, and where no rules are in force.
     */
    Map<Long, String> assess(Collection<Long> records);
}
