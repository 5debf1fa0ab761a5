package org.earlyhelp.hub.sharing;

import java.time.LocalDate;

/**
 * The terms under which one feed comes.
 *
 * @param mapping          id of its mapping
 * @param liveFrom         first day whose events may raise clocked alerts; null = shadow
 * @param form             how its files come
 * @param agreement        id of the agreement
 * @param agreementVersion its version
 */
public record FeedTerms(String agency, String feed, String mapping, LocalDate liveFrom, Agreement.Lane lane, FileForm form,
                        String agreement, int agreementVersion) {
    /** Whether an event of that day may raise a clocked alert. */
    public boolean isLiveOn(LocalDate day) {
        return liveFrom != null && !day.isBefore(liveFrom);
    }

    /** Whether it has no first live day, so that no clocked alert ever comes of it. */
    public boolean isShadow() {
        return liveFrom == null;
    }

    /** Whether its files go before those of ordinary feeds. */
    public boolean isUrgent() {
        return lane == Agreement.Lane.URGENT;
    }

    /** {@code id@version} of the agreement, as deliveries and log entries keep it. */
    public String agreementRef() {
        return agreement + "@" + agreementVersion;
    }
}
