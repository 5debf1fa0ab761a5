package org.earlyhelp.hub.alert;

import java.time.LocalDate;

/** The borough's school calendar as far as the clocks need it. */
@FunctionalInterface
public interface SchoolDays {
    /** Whether pupils are in school on that civil day; false for a day the calendar does not reach. */
    boolean isSchoolDay(LocalDate day);
}
