package org.earlyhelp.hub.linkage;

import java.time.LocalDate;
import java.util.Set;
import org.earlyhelp.hub.person.Sex;

/**
 * One mention reduced to what is compared. Anything may be null but {@code kind}, {@code name}, {@code recordPlace}
 * and {@code mothers}.
 *
 * @param recordPlace     agency, feed, source reference and role: the same over the versions of a record
 * @param nhsNumber       verified numbers only
 * @param localRef        together with the agency
 * @param home            of a carer without address: the home of the record's child
 * @param mothers         what tells who the mother is, of children and unborn children; see {@link Describer}
 * @param identityUnknown joined by exact identifiers only
 */
public record Description(Kind kind, String agency, String recordPlace, String nhsNumber, String upn, String localRef, ComparableName name,
                          LocalDate born, LocalDate expected, Sex sex, Dwelling home, String phone, Set<String> mothers,
                          boolean multipleBirth, Integer birthOrder, boolean identityUnknown) {
    /** SUBJECT may be child or adult: the record does not say. */
    public enum Kind { CHILD, ADULT, SUBJECT, UNBORN }

    public Description {
        mothers = Set.copyOf(mothers);
    }

    /** Whether this may be an adult: told by role, as many carers come without a date of birth. */
    boolean mayBeAdult() {
        return kind == Kind.ADULT || kind == Kind.SUBJECT;
    }

    @Override
    public String toString() {
        return "Description[" + kind + "]";
    }
}
