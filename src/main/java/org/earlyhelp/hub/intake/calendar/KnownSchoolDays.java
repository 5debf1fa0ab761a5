package org.earlyhelp.hub.intake.calendar;

import java.time.LocalDate;

/** The school calendar as far as feeds need it. */
@FunctionalInterface
public interface KnownSchoolDays {
    /** Whether pupils are in school on that civil day; false for a day the calendar does not reach: then nothing is expected. */
    boolean isSchoolDay(LocalDate day);
}
