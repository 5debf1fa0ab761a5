package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;

/** The open alerts in pages, however many there are. Reading discloses nothing yet: who shows it asks the disclosure desk. */
public interface AlertList {
    /**
     * One page and how many there are in all.
     *
     * @param matching all that the filter finds
     * @param overdue  of those, the ones whose time has run out
     * @param dueSoon  of those, the ones due within the time asked for and not overdue
     */
    record Page(List<ListedAlert> alerts, long matching, long overdue, long dueSoon) {
        public Page {
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * Finds open alerts, those due first at the top.
     *
     * @param account who asks: for what they own and have seen
     * @param offset  how many to skip
     * @param limit   how many at most
     * @param now     tells what is overdue
     * @param soon    until when it counts as due soon
     */
    Page find(AlertFilter filter, String account, int offset, int limit, Instant now, Instant soon);
}
