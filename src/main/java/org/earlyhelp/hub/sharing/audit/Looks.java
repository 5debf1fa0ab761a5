package org.earlyhelp.hub.sharing.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.sharing.ActKind;

/** What people looked at through pages, from the sharing log. Thread-safe. */
public interface Looks {
    /** The most looks read of one account at once, the newest. */
    int LIMIT = 20_000;

    /**
     * One person on one page that somebody opened, whatever number of agencies stated it.
     *
     * @param role    in which the account looked
     * @param channel path template of the page; null when an emergency was declared before a page was opened
     * @param act     one opening of one page
     * @param person  P- reference; null where none is named, and after an erasure
     * @param entry   id of one entry of it
     */
    record Look(String account, String role, ActKind kind, String channel, String act, String person, Instant at, String entry) {
        private static final String ONE_CASE = "{ref}";

        /** Whether one case was opened by its reference, rather than a list or a question answered. */
        public boolean isCase() {
            return channel != null && channel.contains(ONE_CASE);
        }
    }

    /** Accounts that looked at anything from {@code from} to before {@code to}. */
    List<String> accounts(Instant from, Instant to);

    /** What one account looked at, oldest first; at most {@link #LIMIT}, the newest. */
    List<Look> of(String account, Instant from, Instant to);

    /** P- references that an account was given in answer to a caller. */
    Set<String> answeredAbout(String account, Instant from, Instant to);
}
