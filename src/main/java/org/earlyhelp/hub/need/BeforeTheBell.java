package org.earlyhelp.hub.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Domestic abuse since school last ended, with children whom a school expects next. */
public interface BeforeTheBell {
    /**
     * A pupil whom a referral concerns.
     *
     * @param family   F- reference
     * @param person   P- reference of the child
     * @param agency   who told of it
     * @param at       when it happened
     * @param school   the school's URN by the newest mark
     * @param schoolAgency who sends that school's register
     */
    record Pupil(String family, String person, String agency, Instant at, String school, String schoolAgency, String evidence) {
    }

    /** The school day that begins next, today included until it ends; empty when the calendar has none or no rules are read. */
    Optional<LocalDate> nextSchoolDay(Instant now);

    /** The end of the last school day before that one: what happened since, the school may not know. */
    Optional<Instant> lastBell(LocalDate schoolDay);

    /** Every pupil and referral since then, the latest first, at most {@code limit}. */
    List<Pupil> since(Instant lastBell, int limit);
}
