package org.earlyhelp.hub.web.governance.unusual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.earlyhelp.hub.sharing.audit.Looks.Look;

/**
 * Something that one account did on one day and that somebody else should look at.
 *
 * @param id       0 while it is not kept
 * @param subject  F- or P- reference of whom it is about; "" where it is about the whole day
 * @param acts     pages opened
 * @param entries  ids of entries of the sharing log, the newest, at most {@link #ENTRIES_LIMIT}
 * @param reviews  oldest first; never taken away
 */
public record UnusualAccess(long id, Rule rule, String account, String role, LocalDate day, String subject, int acts, List<String> entries,
                            Instant firstAt, Instant lastAt, List<Review> reviews) {
    /** Most ids kept of the entries it rests on. */
    public static final int ENTRIES_LIMIT = 100;

    /** Why it is unusual. */
    public enum Rule { OWN_SURNAME, NO_INVOLVEMENT, OUT_OF_HOURS, MANY_VIEWS, BREAK_GLASS }

    /** What somebody found who looked at it. QUERY: the account was asked and has not answered. */
    public enum Outcome { JUSTIFIED, QUERY, WRONG }

    /** Who found what. */
    public record Review(Outcome outcome, String note, String by, Instant at) {
    }

    public UnusualAccess {
        entries = List.copyOf(entries);
        reviews = List.copyOf(reviews);
    }

    /** Of at least one look of one account on one day. */
    static UnusualAccess of(Rule rule, String subject, LocalDate day, List<Look> looks) {
        Look last = looks.stream().max(Comparator.comparing(Look::at)).orElseThrow();
        Instant first = looks.stream().map(Look::at).min(Comparator.naturalOrder()).orElseThrow();
        List<String> entries = looks.stream().sorted(Comparator.comparing(Look::at).reversed()).map(Look::entry).distinct().limit(ENTRIES_LIMIT).toList();
        return new UnusualAccess(0, rule, last.account(), last.role(), day, subject, acts(looks), entries, first, last.at(), List.of());
    }

    static int acts(List<Look> looks) {
        return (int) looks.stream().map(Look::act).distinct().count();
    }

    /** Whether nobody has looked at all of it. */
    boolean waits() {
        return reviews.isEmpty() || reviews.get(reviews.size() - 1).at().isBefore(lastAt);
    }
}
