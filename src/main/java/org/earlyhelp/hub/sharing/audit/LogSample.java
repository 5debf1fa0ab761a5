package org.earlyhelp.hub.sharing.audit;

import java.time.YearMonth;
import java.util.List;

/**
 * Draws entries of a month at random for an audit: disclosures, and decisions not to disclose. The same draw gives the
 * same entries, so that nobody has to believe that it was random.
 */
public interface LogSample {
    /**
     * A draw.
     *
     * @param size   how many, at most
     * @param seed   the entries with the smallest SHA-256 of the seed and their id are drawn
     * @param newest ordinal of the newest entry that may be drawn
     */
    record Draw(YearMonth month, int size, String seed, long newest) {
    }

    /** In the order drawn. Reads every entry of the month once. */
    List<FoundEntry> draw(Draw draw);

    /** From how many they are drawn. */
    long population(Draw draw);

    /** Ordinal of the newest entry; 0 when there is none. */
    long newest();
}
