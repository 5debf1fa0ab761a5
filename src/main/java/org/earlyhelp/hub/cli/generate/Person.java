package org.earlyhelp.hub.cli.generate;

import java.time.LocalDate;
import java.time.Period;
import org.earlyhelp.hub.person.Sex;

/**
 * A true person.
 *
 * @param id         of the truth files, such as {@code H-000012/3}
 * @param nhsNumber  ten digits of the synthetic range
 * @param upn        null for adults and children below school age
 * @param birthOrder 1 or 2 for a twin, else 0
 */
record Person(String id, String surname, String forename, LocalDate born, Sex sex, String nhsNumber, String upn, String phone, int birthOrder) {
    int ageOn(LocalDate day) {
        return Period.between(born, day).getYears();
    }

    boolean isTwin() {
        return birthOrder > 0;
    }
}
