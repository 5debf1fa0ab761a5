package org.earlyhelp.hub.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.earlyhelp.hub.alert.Alert.Clocks;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.SchoolDays;
import org.earlyhelp.hub.alert.WorkingDays;
import org.earlyhelp.hub.kernel.London;

/**
 * Until when a person must act on an alert raised now. Source: default rules, clocks. First contact: acknowledge within
 * the hour, decide by the same civil time of the next working day. Early help: so many hours (24 and 48 by default),
 * elapsed or those of the front door's opening calendar.
 * Times are whole seconds. Stateless.
 */
public record AlertClocks(Duration earlyHelpAcknowledge, Duration earlyHelpDecide, OpeningTime opening, BankHolidays holidays, SchoolDays schoolDays)
        implements WorkingDays {
    private static final Duration FIRST_CONTACT_ACKNOWLEDGE = Duration.ofHours(1);
    private static final LocalTime BEFORE_THE_BELL = LocalTime.of(8, 30);
    private static final int SCHOOL_DAY_SEARCH_LIMIT_DAYS = 100;

    /** The clocks of an alert; {@code beforeTheBell} when new domestic abuse concerns a pupil. */
    public Clocks startedAt(Instant now, AlertQueue queue, boolean beforeTheBell) {
        Instant raisedAt = now.truncatedTo(ChronoUnit.SECONDS);
        Clocks clocks = queue == AlertQueue.FIRST_CONTACT
                ? new Clocks(raisedAt, raisedAt.plus(FIRST_CONTACT_ACKNOWLEDGE), sameTimeNextWorkingDay(raisedAt))
                : new Clocks(raisedAt, opening.after(raisedAt, earlyHelpAcknowledge), opening.after(raisedAt, earlyHelpDecide));
        return beforeTheBell ? broughtForward(clocks, raisedAt) : clocks;
    }

    /** When half the time to acknowledge is gone: by the same hours as the limit itself. */
    public Instant halfwayToAcknowledge(AlertQueue queue, Instant raisedAt, Instant acknowledgeBy) {
        return (queue == AlertQueue.FIRST_CONTACT ? OpeningTime.ELAPSED : opening).halfway(raisedAt, acknowledgeBy);
    }

    /** The same clocks, to be acknowledged before the next school day begins if that is sooner. */
    public Clocks broughtForward(Clocks clocks, Instant now) {
        LocalDate day = London.dateOf(now);
        for (int i = 0; i < SCHOOL_DAY_SEARCH_LIMIT_DAYS; i++, day = day.plusDays(1)) {
            Instant bell = London.instantOf(day.atTime(BEFORE_THE_BELL));
            if (bell.isAfter(now) && schoolDays.isSchoolDay(day)) {
                return clocks.acknowledgedBy(bell);
            }
        }
        return clocks;
    }

    @Override
    public Instant sameTimeNextWorkingDay(Instant raisedAt) {
        LocalDate next = holidays.workingDayAfter(London.dateOf(raisedAt));
        return London.instantOf(next.atTime(London.timeOf(raisedAt).toLocalTime()));
    }
}
