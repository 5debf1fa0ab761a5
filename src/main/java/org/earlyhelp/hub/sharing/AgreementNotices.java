package org.earlyhelp.hub.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Notices to information governance: an agreement ends or is to be reviewed, has ended, or something went on without one. */
public interface AgreementNotices {
    /**
     * What a notice is about. Those with days come once for each end or review; a hub that was down gives only the last
     * that it missed. {@code NOT_IN_FORCE} and {@code WENT_ON} come at once and then every day.
     */
    enum Kind {
        ENDS_IN_90_DAYS("ends within 90 days"), ENDS_IN_60_DAYS("ends within 60 days"), ENDS_IN_30_DAYS("ends within 30 days"),
        ENDS_IN_7_DAYS("ends within 7 days"), REVIEW_IN_90_DAYS("is to be reviewed within 90 days"),
        REVIEW_IN_60_DAYS("is to be reviewed within 60 days"), REVIEW_IN_30_DAYS("is to be reviewed within 30 days"),
        REVIEW_IN_7_DAYS("is to be reviewed within 7 days"), REVIEW_OVERDUE("should have been reviewed by now"),
        IN_GRACE("has ended; its days of grace run"),
        NOT_IN_FORCE("is not in force: bulk files and disclosures at level 2 and 3 are held"),
        WENT_ON("is not in force, and data of the agency went out because a child could not wait");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** How a sentence goes on that begins with the agreement. */
        public String words() {
            return words;
        }
    }

    /**
     * One notice.
     *
     * @param due the day it is about; for a daily notice the day itself
     * @param at  when it was given
     */
    record Notice(String agency, String agreement, Kind kind, LocalDate due, Instant at) {
    }

    /** What has been disclosed of an agency without an agreement in force. */
    record WentOn(String agency, long entries, Instant latest) {
    }

    /** The newest first, at most {@code limit}. */
    List<Notice> newest(int limit);

    /** By agency, since then: only what was sent, shown or exported, as the sharing log has it. */
    List<WentOn> wentOnSince(Instant since);
}
