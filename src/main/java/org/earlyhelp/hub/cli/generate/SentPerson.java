package org.earlyhelp.hub.cli.generate;

import java.time.LocalDate;
import org.earlyhelp.hub.cli.generate.Household.Home;
import org.earlyhelp.hub.person.Sex;

/** A person as one record of one sender writes them. Null = not in the record; {@code home}'s postcode may be null. */
record SentPerson(String surname, String forename, LocalDate born, Sex sex, String nhsNumber, String upn, String phone, Home home, int birthOrder) {
}
