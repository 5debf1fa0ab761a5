package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.earlyhelp.hub.person.MentionedPerson;

/**
 * A person of the family, as the rules need them.
 *
 * @param child       the person is a child of the family, born or not
 * @param dateOfBirth null when not known or not yet
 * @param ageYears    as a source stated it; null when not stated
 * @param unborn      known only by an expected date
 * @param nhsNumber   digits or null
 * @param postcode    of the current address, or null
 */
public record Member(long id, String ref, boolean child, LocalDate dateOfBirth, Integer ageYears, boolean unborn, boolean deceased,
                     boolean placeHidden, boolean sealed, String nhsNumber, String postcode) {
    private static final int ADULT_AGE = 18;

    /** The person as the newest word about them has it. */
    public static Member of(long id, String ref, boolean child, MentionedPerson summary, boolean placeHidden, boolean sealed) {
        boolean unborn = summary.expectedDate() != null && summary.dateOfBirth() == null;
        return new Member(id, ref, child, summary.dateOfBirth(), summary.ageYears(), child && unborn, summary.deceased(), placeHidden, sealed,
                summary.nhsNumber() == null ? null : summary.nhsNumber().digits(), summary.address() == null ? null : summary.address().postcode());
    }

    /** Whether the person is under 18 on the day; who has no known age counts as a child, so that no fact is lost. */
    public boolean isChildOn(LocalDate day) {
        return isYoungerThan(ADULT_AGE, day);
    }

    /** Whether the person is under the age on the day, or of no known age. Born on 29 February: a year older on 1 March. */
    public boolean isYoungerThan(int years, LocalDate day) {
        if (dateOfBirth != null) {
            return Period.between(dateOfBirth, day).getYears() < years;
        }
        return ageYears == null || ageYears < years;
    }

    /** The first day on which the person is 18; empty when no date of birth is known. */
    public Optional<LocalDate> turnsAdultOn() {
        return Optional.ofNullable(dateOfBirth).map(born -> isChildOn(born.plusYears(ADULT_AGE)) ? born.plusYears(ADULT_AGE).plusDays(1) : born.plusYears(ADULT_AGE));
    }

    /** Whether neither a date of birth nor an age is known of a born person. */
    public boolean isOfUnknownAge() {
        return dateOfBirth == null && ageYears == null && !unborn;
    }
}
