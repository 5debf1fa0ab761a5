package org.earlyhelp.hub.person;

import java.time.LocalDate;

/** One pupil's two sessions of one day at one school. {@code urn} identifies the school; a null mark is not stated. */
public record AttendanceDay(String laestab, String urn, String yearGroup, LocalDate date, AttendanceCode am, AttendanceCode pm) implements Fact {
}
