package org.earlyhelp.hub.rights.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time a request may take. It counts from the day on which identity was shown, if that is later than the day it came, stands still
 * while clarification is awaited, and is one month, or three when extended. A due day on a weekend stays where it is: that is
 * earlier than the law asks. Source: UK GDPR Article 12(3) and 12A as amended by the Data (Use and Access) Act 2025.
 *
 * @param startedOn  null while identity is not shown
 * @param pausedOn   the day from which the clock stands still; null while it runs
 * @param pausedDays whole days of all pauses that are over
 */
public record RequestClock(LocalDate receivedOn, LocalDate startedOn, LocalDate pausedOn, int pausedDays, boolean extended) {
    /** A complaint is acknowledged within so many days. Source: Data Protection Act 2018 section 164A. */
    public static final int ACKNOWLEDGE_DAYS = 30;
    private static final int MONTHS = 1;
    private static final int MONTHS_EXTENDED = 3;

    /** Of a request that came on that day. */
    public static RequestClock of(LocalDate receivedOn) {
        return new RequestClock(receivedOn, null, null, 0, false);
    }

    /** Identity was shown on that day; never counts from before the request came. */
    public RequestClock started(LocalDate provenOn) {
        return new RequestClock(receivedOn, provenOn.isBefore(receivedOn) ? receivedOn : provenOn, pausedOn, pausedDays, extended);
    }

    /** The clock stopped from today on, while the hub waits for the person. */
    public RequestClock paused(LocalDate today) {
        return new RequestClock(receivedOn, startedOn, today, pausedDays, extended);
    }

    /** The clock going on from today; the days it stood do not count. */
    public RequestClock resumed(LocalDate today) {
        return new RequestClock(receivedOn, startedOn, null, pausedDays + daysPaused(today), extended);
    }

    /** The clock with the longer time that the law allows. */
    public RequestClock longer() {
        return new RequestClock(receivedOn, startedOn, pausedOn, pausedDays, true);
    }

    /** The last day to answer, as it stands today; empty while the clock has not started. */
    public Optional<LocalDate> dueOn(LocalDate today) {
        return Optional.ofNullable(startedOn).map(start -> start.plusMonths(extended ? MONTHS_EXTENDED : MONTHS).plusDays((long) pausedDays + daysPaused(today)));
    }

    /** The last day to acknowledge a complaint. */
    public LocalDate acknowledgeBy() {
        return receivedOn.plusDays(ACKNOWLEDGE_DAYS);
    }

    private int daysPaused(LocalDate today) {
        return pausedOn == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(pausedOn, today));
    }
}
