package org.earlyhelp.hub.intake.recall;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.intake.Corrections;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.storage.CorrectionStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;

/**
 * What became of the rows of a file that were refused at first.
 *
 * @param untaken     where those stand that were never taken
 * @param breaks      where the file broke off, when what follows was never taken
 * @param corrections what the others were corrected to. Personal data
 */
record RefusedRows(Set<SourceLocation> untaken, List<SourceLocation> breaks, Corrections corrections) {
    static RefusedRows of(Delivery file, QuarantineStore quarantine, CorrectionStore corrections) {
        Set<SourceLocation> untaken = new HashSet<>();
        Set<SourceLocation> breaks = new HashSet<>();
        Map<Long, Long> taken = new HashMap<>();
        for (QuarantinedRow row : quarantine.ofDelivery(file.id(), QuarantineStore.ROWS_OF_A_FILE_LIMIT)) {
            if (row.state() == QuarantinedRow.State.TAKEN) {
                taken.put(row.id(), row.record());
            } else if (row.kind() == QuarantinedRow.Kind.REST) {
                breaks.add(new SourceLocation(row.line(), row.record()));
            } else {
                untaken.add(new SourceLocation(row.line(), row.record()));
            }
        }
        return new RefusedRows(untaken, List.copyOf(breaks), corrections.ofRecords(taken));
    }

    boolean isTaken(SourceLocation at) {
        return !untaken.contains(at) && breaks.stream().noneMatch(from -> from.record() > 0 ? at.record() >= from.record() : at.line() >= from.line());
    }
}
