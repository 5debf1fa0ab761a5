package org.earlyhelp.hub.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sharing log in figures: counts of entries and kinds of data, no references. Thread-safe. */
public interface SharingFigures {
    /** For each agency, {@link Borough#AGENCY} for the hub's own, the classes of its data that an entry since then let out. */
    Map<String, Set<DataClass>> usedSince(Instant since);

    /** Entries from {@code from} to before {@code to}, by act, source, recipient, basis and standing; in that order. */
    List<Count> counts(Instant from, Instant to);

    /**
     * Entries alike in all but whom they are about.
     *
     * @param source   agency whose data it is, null when no data is concerned
     * @param basis    the Articles, null for an act that discloses nothing
     * @param standing of the agreement on the day, null for an act that discloses nothing
     */
    record Count(ActKind kind, String source, String recipient, String basis, String standing, long entries) {
    }
}
