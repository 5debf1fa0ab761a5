package org.earlyhelp.hub.rights.retain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One run from what was found to what went.
 *
 * @param asOf what had run out before this day; nothing later goes with it
 */
public record RetentionRun(long id, LocalDate asOf, State state, Instant foundAt, String askedBy, Instant askedAt, String decidedBy, Instant decidedAt, Instant doneAt,
                           List<Line> lines, List<String> entries) {
    /** FOUND leads to ASKED, ASKED to DECLINED or CONFIRMED, CONFIRMED to DONE; nothing leads back. */
    public enum State { FOUND, ASKED, DECLINED, CONFIRMED, DONE }

    /** By agency and class: how many items and people, the oldest item, and how many went. */
    public record Line(String agency, String dataClass, LocalDate before, long items, long people, LocalDate oldest, long gone) {
    }

    public RetentionRun {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
    }
}
