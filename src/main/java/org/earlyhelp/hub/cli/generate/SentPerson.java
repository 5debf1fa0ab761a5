package org.earlyhelp.hub.cli.generate;

import java.time.LocalDate;
import org.earlyhelp.hub.cli.generate.Household.Home;
import org.earlyhelp.hub.person.Sex;

/**
 * A person as one record of one sender writes them. Null = not in the record; {@code home}'s postcode may be null.
 *
 * @param twinSaid   whether the record may say that this is a twin, or that it is none
 * @param birthOrder above 0 for a twin whose place in the birth is told
 */
record SentPerson(String surname, String forename, LocalDate born, Sex sex, String nhsNumber, String upn, String phone, Home home,
                  boolean twinSaid, int birthOrder) {
    /** The same under another forename. */
    SentPerson named(String other) {
        return new SentPerson(surname, other, born, sex, nhsNumber, upn, phone, home, twinSaid, birthOrder);
    }
}
