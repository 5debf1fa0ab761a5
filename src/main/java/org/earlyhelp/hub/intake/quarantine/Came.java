package org.earlyhelp.hub.intake.quarantine;

import java.util.Set;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Refused;
import org.earlyhelp.hub.intake.take.WholeFileChecks.Refusal;

/**
 * What a run of a whole delivery came to, or would.
 *
 * @param records all records met
 * @param refused the places of those that are refused
 * @param refusal why the whole file is refused; else null
 */
record Came(long records, Set<Refused> refused, Refusal refusal) {
    long taken() {
        return refusal == null ? records - refused.size() : 0;
    }

    /** Whether the row would be taken, or was; if not, the code of its refusal. */
    String outcomeOf(QuarantinedRow row) {
        if (refusal != null) {
            return refusal.errors().isEmpty() ? "REJECTED" : refusal.errors().get(0).code();
        }
        return refused.stream().filter(place -> isSame(row, place)).map(Refused::code).findFirst().orElse(QuarantinedRow.State.TAKEN.name());
    }

    /** A row is one row, whether it can be read by now or not. */
    private static boolean isSame(QuarantinedRow row, Refused place) {
        boolean alike = row.kind() == place.kind() || !row.kind().needsWholeFile() && !place.kind().needsWholeFile();
        return alike && row.record() == place.record() && row.line() == place.line();
    }
}
