package org.earlyhelp.hub.intake.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Notice;

/** Attendance rows of one delivery, gathered by pupil and month until they are worth a transaction. Not thread-safe. */
public final class AttendanceBatch {
    /** At so many rows the batch is full: progress of a long file is committed, and the database works beside the parser. */
    public static final int ROWS_LIMIT = 250_000;
    /** At so many pupil-months the batch is full; each takes about 1 kB of memory. */
    public static final int MONTHS_LIMIT = 60_000;

    private final Map<String, PupilRows> pupils = new HashMap<>();
    private int rows;
    private int months;

    /** Adds a notice whose fact is an attendance day. */
    public void add(Notice notice, AttendanceDay day, long arrival) {
        rows++;
        if (pupils.computeIfAbsent(notice.sourceRef(), PupilRows::new).add(notice, day, arrival)) {
            months++;
        }
    }

    /** Whether it must be written before more is added. */
    public boolean isFull() {
        return rows >= ROWS_LIMIT || months >= MONTHS_LIMIT;
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return rows == 0;
    }

    /** Every key under which the pupils may be known. */
    public Set<String> keys() {
        return pupils.values().stream().flatMap(pupil -> pupil.keys().stream()).collect(Collectors.toSet());
    }

    /** The pupils, each under the newest key that the batch itself knows. */
    Collection<PupilRows> pupils() {
        for (PupilRows pupil : pupils.values().toArray(PupilRows[]::new)) {
            pupil.keyWithoutUpn().map(pupils::remove).ifPresent(pupil::takeOver);
        }
        return pupils.values();
    }
}
