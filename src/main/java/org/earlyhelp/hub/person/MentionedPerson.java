package org.earlyhelp.hub.person;

import java.time.LocalDate;
import java.util.List;

/**
 * One person as one record describes them. Anything may be null but the lists and flags.
 *
 * @param localRef          the sender's own number for the person, known only together with the agency
 * @param forenames         legal forenames separated by spaces
 * @param knownAs           other forenames or full names in use
 * @param ageYears          age in whole years when no date of birth is known
 * @param nhsNumberVerified the sender traced the number (PID-32 does not say NSTS02 to NSTS08)
 * @param multipleBirth     twin or more (PID-24)
 * @param birthOrder        1 for the first born (PID-25)
 * @param identityUnknown   PID-31: never matched by anything but an exact identifier
 * @param mothersIdentifier NHS number or local number of the mother (PID-21), for newborns
 * @param notes             faults of form that a reader must know, such as "date of birth not usable"
 */
public record MentionedPerson(String localRef, String surname, String forenames, List<String> knownAs,
                              LocalDate dateOfBirth, Integer ageYears, Sex sex, String ethnicity,
                              NhsNumber nhsNumber, boolean nhsNumberVerified, Upn upn, String phone, String email,
                              Address address, Boolean multipleBirth, Integer birthOrder, boolean identityUnknown,
                              boolean deceased, LocalDate expectedDate, String mothersIdentifier, List<String> notes) {
    public MentionedPerson {
        knownAs = knownAs == null ? List.of() : List.copyOf(knownAs);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** Whether anything identifies the person: a name, a reference or an identifier. */
    public boolean isNamed() {
        return surname != null || forenames != null || localRef != null || nhsNumber != null || upn != null;
    }

    /** A mention to be filled field by field. */
    public static MentionedPersonBuilder builder() {
        return new MentionedPersonBuilder();
    }
}
