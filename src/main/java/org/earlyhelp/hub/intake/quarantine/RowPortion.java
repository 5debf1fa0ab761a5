package org.earlyhelp.hub.intake.quarantine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.storage.AttendanceBatch;
import org.earlyhelp.hub.intake.storage.RecordStore.Placed;
import org.earlyhelp.hub.intake.take.Judged;
import org.earlyhelp.hub.person.AttendanceDay;

/** Rows that are run again, read and waiting for their transaction. Used by one thread. */
final class RowPortion {
    static final int PORTION_ROWS = 1_000;
    /** By row: TAKEN or the code for which it is refused again. */
    final Map<Long, String> outcomes = new LinkedHashMap<>();
    /** The places of those that are taken, by row. */
    final Map<Long, Long> records = new HashMap<>();
    final List<DeliveryError> warnings = new ArrayList<>();
    final Facts mended = new Facts();
    /** What stands further down in the file of the same things: it was taken long ago and goes on to count more. */
    final Facts later = new Facts();
    private final long deliveryId;
    private final Set<String> laterRefs = new HashSet<>();

    RowPortion(long deliveryId) {
        this.deliveryId = deliveryId;
    }

    /** Notices and attendance in the order of the file. */
    static final class Facts {
        final List<Placed> notices = new ArrayList<>();
        final AttendanceBatch marks = new AttendanceBatch();

        private void add(Judged judged, long deliveryId) {
            if (judged.notice().fact() instanceof AttendanceDay day) {
                marks.add(judged.notice(), day, deliveryId);
            } else {
                notices.add(new Placed(judged.at(), judged.notice()));
            }
        }

        boolean isEmpty() {
            return notices.isEmpty() && marks.isEmpty();
        }
    }

    /** Whether the row must wait for the next portion, so that all is stored in the order of the file. */
    boolean isFullFor(Judged judged) {
        return outcomes.size() >= PORTION_ROWS || later.notices.size() >= PORTION_ROWS || later.marks.isFull()
                || judged.isTaken() && laterRefs.contains(judged.notice().sourceRef());
    }

    void add(QuarantinedRow row, Judged judged) {
        if (!judged.isTaken()) {
            outcomes.put(row.id(), judged.refused().code());
            return;
        }
        outcomes.put(row.id(), QuarantinedRow.State.TAKEN.name());
        records.put(row.id(), row.record());
        warnings.addAll(judged.errors());
        mended.add(judged, deliveryId);
    }

    void addLater(Judged judged) {
        laterRefs.add(judged.notice().sourceRef());
        later.add(judged, deliveryId);
    }
}
