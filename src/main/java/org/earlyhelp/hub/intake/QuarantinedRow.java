package org.earlyhelp.hub.intake;

import java.time.Instant;
import java.util.List;

/**
 * Something that was refused and may be run again. Holds no value of it.
 *
 * @param receipt   of the delivery it came with
 * @param line      from 1 in the file; 0 = not known
 * @param record    from 1 among the records of the file; 0 for a whole file, or not known
 * @param field     the sender's own name of the field at fault, or null
 * @param code      why it was refused, as on the receipt; of several reasons the first
 * @param corrected whether a correction stands
 * @param settledAt when it was taken or its raw copy went; null while it is open
 */
public record QuarantinedRow(long id, long deliveryId, String receipt, String agency, String feed, Kind kind, long line, long record,
                             String field, String code, State state, Instant since, Instant settledAt, boolean corrected) {
    /** What was refused. */
    public enum Kind {
        /** A row that can be read and that its layout refuses. */
        ROW,
        /** A row that cannot be read. */
        BROKEN,
        /** All of a file from a break on. */
        REST,
        /** A whole file. */
        FILE;

        /** Whether only a run of the whole file can take it. */
        public boolean needsWholeFile() {
            return this == REST || this == FILE;
        }
    }

    /** Where it stands. */
    public enum State { OPEN, TAKEN, GONE }

    /** What is refused of a file, before it is kept. */
    public record Refused(Kind kind, long line, long record, String field, String code) {
    }

    /** Open rows of one feed that were refused for the same reason. */
    public record Group(String agency, String feed, String code, long rows, long files, Instant oldest) {
    }

    /** Which rows: each part may be null for all. */
    public record Choice(String agency, String feed, String code, String receipt, List<Long> ids) {
        /** Every open row there is. */
        public static final Choice ALL = new Choice(null, null, null, null, null);
    }

    /**
     * A change of what was sent, without its values.
     *
     * @param fields the sender's names of the fields that were corrected; empty when the correction was taken back
     * @param erased whether its values were erased since
     */
    public record Correction(Instant at, String by, String reason, List<String> fields, boolean erased) {
        public Correction {
            fields = List.copyOf(fields);
        }
    }

    /** One time it was run: {@code outcome} is TAKEN or the code for which it was refused again. */
    public record Attempt(long run, Instant at, String by, String outcome) {
    }
}
