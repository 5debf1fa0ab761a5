package org.earlyhelp.hub.linkage;

import java.time.LocalDate;
import java.util.Set;
import org.earlyhelp.hub.person.Sex;

/**
 * One mention reduced to what is compared. Anything may be null but {@code kind}, {@code name}, {@code recordPlace},
 * {@code mothers} and {@code parents}.
 *
 * @param recordPlace     agency, feed, source reference and role: the same over the versions of a record
 * @param nhsNumber       verified numbers only
 * @param localRef        together with the agency
 * @param home            of a carer without address: the home of the record's child
 * @param mothers         what tells who the mother is, of children and unborn children; see {@link Describer}
 * @param identityUnknown joined by exact identifiers only
 * @param yearByAge       where only an age is stated: born in this year or the year before
 * @param unverified      an NHS number whose check digit is right, but of which the sender says that nobody verified it
 * @param parents         of children: the parents whom the record names, folded as {@link ParentNames} says
 */
public record Description(Kind kind, String agency, String recordPlace, String nhsNumber, String upn, String localRef, ComparableName name,
                          LocalDate born, LocalDate expected, Sex sex, Dwelling home, String phone, Set<String> mothers,
                          boolean multipleBirth, Integer birthOrder, boolean identityUnknown, Integer yearByAge, String unverified,
                          Set<Integer> parents) {
    /** SUBJECT may be child or adult: the record does not say. */
    public enum Kind { CHILD, ADULT, SUBJECT, UNBORN }

    public Description {
        mothers = Set.copyOf(mothers);
        parents = Set.copyOf(parents);
    }

    /** Of somebody whose age is not stated without a date of birth, and whose NHS number is verified or not stated; no parents named. */
    public Description(Kind kind, String agency, String recordPlace, String nhsNumber, String upn, String localRef, ComparableName name, LocalDate born,
                       LocalDate expected, Sex sex, Dwelling home, String phone, Set<String> mothers, boolean multipleBirth, Integer birthOrder,
                       boolean identityUnknown) {
        this(kind, agency, recordPlace, nhsNumber, upn, localRef, name, born, expected, sex, home, phone, mothers, multipleBirth, birthOrder, identityUnknown,
                null, null, Set.of());
    }

    /** The year of birth, by an age if need be; null when neither is stated. */
    public Integer yearOfBirth() {
        return born == null ? yearByAge : Integer.valueOf(born.getYear());
    }

    /** By how many calendar years at least the two were born apart; 0 when one says nothing of it. */
    public int yearsApart(Description other) {
        Integer mine = yearOfBirth();
        Integer theirs = other.yearOfBirth();
        if (mine == null || theirs == null) {
            return 0;
        }
        // Of an age the year is the later of two.
        boolean mayBeEarlier = (mine >= theirs ? this : other).born == null;
        return Math.max(0, Math.abs(mine - theirs) - (mayBeEarlier ? 1 : 0));
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
