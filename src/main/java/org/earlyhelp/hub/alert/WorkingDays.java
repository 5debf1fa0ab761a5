package org.earlyhelp.hub.alert;

import java.time.Instant;

/** Monday to Friday without the bank holidays of England and those the borough names. */
@FunctionalInterface
public interface WorkingDays {
    /** The same civil time on the first working day after the day of the moment. */
    Instant sameTimeNextWorkingDay(Instant moment);
}
