package org.earlyhelp.hub.sharing.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.sharing.ActKind;

/**
 * Finds entries, newest first, by keys that indexes hold. Each question is given up after {@link #LIMIT} with
 * {@link SearchTooWide}. Thread-safe.
 */
public interface LogSearch {
    /** Longest time that one question takes. */
    Duration LIMIT = Duration.ofSeconds(10);
    /** The most names offered to choose from. */
    int NAMES_LIMIT = 500;

    /** What entries can be told apart by. */
    enum Name { RECIPIENT, SOURCE, BASIS, WHO }

    /** At most {@code limit} entries that come after the place; {@code after} null begins with the newest. */
    List<FoundEntry> find(LogFilter filter, LogPlace after, int limit);

    /** The entries of one act in the order written, at most {@code limit}. */
    List<FoundEntry> ofAct(String act, int limit);

    /** Every name that some entry carries, in order, at most {@link #NAMES_LIMIT}. */
    List<String> names(Name name);

    /** How many entries fit. Counts them one by one: ask for days, or for what is rare. */
    long count(LogFilter filter);

    /** Who got, or asked for, something about the person: a line a day, recipient, account and kind of act, newest first. */
    List<Got> whoGot(List<LogFilter.About> about, int limit);

    /**
     * One line of {@link #whoGot}.
     *
     * @param day     civil day
     * @param who     account, null for a machine
     * @param acts    how often
     * @param entries one a source agency and reference
     * @param entry   id of the newest
     */
    record Got(LocalDate day, ActKind kind, String recipient, String who, long acts, long entries, Instant first, Instant last, String entry) {
    }
}
