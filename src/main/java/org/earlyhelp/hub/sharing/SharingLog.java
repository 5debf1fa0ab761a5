package org.earlyhelp.hub.sharing;

import java.util.List;
import java.util.Optional;

/** The sharing log, read only; newest first, paged by ordinal. Holds references, never values. Thread-safe. */
public interface SharingLog {
    /** Start of a listing. */
    long NEWEST = Long.MAX_VALUE;

    /** At most {@code limit} entries before that ordinal, whoever they are about. */
    List<LoggedEntry> before(long ordinal, int limit);

    /** As {@link #before}, about one person. */
    List<LoggedEntry> aboutBefore(String person, long ordinal, int limit);

    /** The entry of that id; empty when there is none. */
    Optional<LoggedEntry> find(String id);
}
