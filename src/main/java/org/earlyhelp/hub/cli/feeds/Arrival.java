package org.earlyhelp.hub.cli.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.Mention;

/**
 * One record as intake would hold it after one file. A record that comes again changed keeps its id.
 *
 * @param inCare the child is missing from care
 */
public record Arrival(long id, String agency, String feed, String sourceRef, int version, Instant observedAt, boolean inCare, List<Mention> mentions, Told told) {
    /**
     * What the record says beside whom it mentions.
     *
     * @param notes faults of form that a reader must know
     * @param marks of a pupil by month; empty for any other record
     */
    public record Told(Fact fact, List<String> notes, List<Month> marks) {
        /** For measures that look at people alone. */
        public static final Told NOTHING = new Told(null, List.of(), List.of());
    }

    /** A pupil's marks of the month that begins then, as {@code AttendanceMonth} packs them. */
    public record Month(LocalDate first, String marks) {
    }

    private static final int PLACES_A_RECORD = 4096;
    private static final int PLACES_A_ROLE = 256;

    /** The sender's name of the record over all its versions. */
    public String source() {
        return agency + "|" + feed + "|" + sourceRef;
    }

    /** An id of the mention's own, the same whenever the record comes again. */
    public long mentionId(Mention mention) {
        return id * PLACES_A_RECORD + mention.role().ordinal() * PLACES_A_ROLE + mention.index();
    }

    /** The record of a mention's id. */
    public static long recordOf(long mentionId) {
        return mentionId / PLACES_A_RECORD;
    }

    /** How the truth files name the mention. */
    public String place(Mention mention) {
        return String.join("|", agency, feed, sourceRef, Integer.toString(version), mention.role().name(), Integer.toString(mention.index()));
    }
}
