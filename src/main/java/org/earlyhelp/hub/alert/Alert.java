package org.earlyhelp.hub.alert;

import java.time.Instant;

/**
 * An alert at its latest version.
 *
 * @param ref              such as {@code A-2026-004512}
 * @param family           F- reference of the family it is about now (a merge may have moved it)
 * @param version          from 1; up by one with every update
 * @param clocks           until when a person must have acted
 * @param outcome          the latest; null while there is none
 * @param because          why it ended or where it came from, a code such as STEPPED_UP; null for none
 * @param successor        reference of the alert that took over, or null
 * @param newSinceDecision the decision was made on an older version: new information since the decision
 * @param mergedSince      another alert was merged into this one and nobody was told what it held
 */
public record Alert(long id, String ref, long familyId, String family, AlertQueue queue, int version, AlertStatus status,
                    AlertContent content, Clocks clocks, Outcome outcome, Instant decidedAt, String because, String successor,
                    boolean newSinceDecision, boolean mergedSince) {

    /** The same alert in another state. */
    public Alert as(AlertStatus next) {
        return new Alert(id, ref, familyId, family, queue, version, next, content, clocks, outcome, decidedAt, because, successor, newSinceDecision, mergedSince);
    }

    /** The same alert saying that, as the same version. */
    public Alert with(AlertContent said) {
        return new Alert(id, ref, familyId, family, queue, version, status, said, clocks, outcome, decidedAt, because, successor, newSinceDecision, mergedSince);
    }

    /** A further version, which tells everything that is known now. */
    public Alert renewed(AlertContent now, Clocks nowDue) {
        return new Alert(id, ref, familyId, family, queue, version + 1, status, now, nowDue, outcome, decidedAt, because, successor, newSinceDecision, false);
    }

    /** With the outcome a person gave; {@code onOlder} when that person knew an older version only. */
    public Alert decided(Outcome given, Instant at, boolean onOlder) {
        return new Alert(id, ref, familyId, family, queue, version, status, content, clocks, given, at, because, successor, onOlder, mergedSince);
    }

    /** Ended for that reason; {@code next} is the reference of the alert that has the family from here, or null. */
    public Alert ended(String reasonCode, String next) {
        return new Alert(id, ref, familyId, family, queue, version, status, content, clocks, outcome, decidedAt, reasonCode, next, newSinceDecision, mergedSince);
    }

    /** Holding another alert's family as well, of which nobody was told here yet. */
    public Alert merged() {
        return new Alert(id, ref, familyId, family, queue, version, status, content, clocks, outcome, decidedAt, because, successor, newSinceDecision, true);
    }

    /** When it was raised and until when it must be acknowledged and decided. */
    public record Clocks(Instant raisedAt, Instant acknowledgeBy, Instant decideBy) {
        /** The same, but not later than those in anything: nobody waits longer because two alerts became one. */
        public Clocks noLaterThan(Clocks other) {
            return new Clocks(raisedAt, other.acknowledgeBy.isBefore(acknowledgeBy) ? other.acknowledgeBy : acknowledgeBy,
                    other.decideBy.isBefore(decideBy) ? other.decideBy : decideBy);
        }

        /** The same with an earlier time to acknowledge, if {@code sooner} is earlier. */
        public Clocks acknowledgedBy(Instant sooner) {
            return new Clocks(raisedAt, sooner.isBefore(acknowledgeBy) ? sooner : acknowledgeBy, decideBy);
        }
    }
}
