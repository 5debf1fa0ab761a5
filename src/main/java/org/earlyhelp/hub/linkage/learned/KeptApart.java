package org.earlyhelp.hub.linkage.learned;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.earlyhelp.hub.linkage.Agreement;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;
import org.earlyhelp.hub.linkage.compare.BirthLevel;
import org.earlyhelp.hub.linkage.compare.NameLevel;

/**
 * Named reasons why two descriptions are not joined by weight, however much agrees. The weights know households; these
 * know the children whom a household makes look like one.
 */
enum KeptApart {
    /** Born on one day with forenames that are not forms of one name: twins, or a slip a person should see. */
    TWINS {
        @Override
        boolean holds(Description one, Description other, Compared compared) {
            boolean sameBirth = compared.births() == BirthLevel.EXACT;
            boolean sayTwin = one.multipleBirth() || other.multipleBirth() || Agreement.of(one.birthOrder(), other.birthOrder()) == Agreement.DIFFERS;
            boolean alike = compared.forenames() == null || SLIP.contains(compared.forenames());
            return sameBirth && !ONE_NAME.contains(compared.forenames()) && (sayTwin || bothChildren(one, other) && !alike);
        }
    },
    /**
     * Born on one day with forenames alike in all but how they begin, as twins are often named: Jayden and Kayden, Ava and
     * Eva. A slip of the hand seldom falls on the first letter.
     */
    ALIKE_TWINS {
        @Override
        boolean holds(Description one, Description other, Compared compared) {
            boolean alike = compared.forenames() == NameLevel.CLOSE || compared.forenames() == NameLevel.SIMILAR;
            return alike && isOneBirth(compared) && bothChildren(one, other) && !beginAlike(one, other);
        }
    },
    /** Father and son, mother and daughter of one name: a child and an adult, or born too far apart, be it on one birthday. */
    GENERATIONS {
        @Override
        boolean holds(Description one, Description other, Compared compared) {
            boolean generation = one.yearsApart(other) >= YEARS_OF_A_GENERATION;
            boolean bornAlike = compared.births() != null && compared.births() != BirthLevel.DIFFERENT && compared.births() != BirthLevel.SAME_YEAR;
            boolean birthdayOnly = compared.births() == BirthLevel.TWO_PARTS && generation;
            return (!bornAlike || birthdayOnly) && (isChildAndAdult(one, other) || generation);
        }
    },
    /** Cousins and strangers of one name, born on days that no slip explains. */
    NAMESAKES {
        @Override
        boolean holds(Description one, Description other, Compared compared) {
            return compared.births() == BirthLevel.DIFFERENT;
        }
    },
    /** Siblings: one of them has another forename and another date of birth. */
    SIBLINGS {
        @Override
        boolean holds(Description one, Description other, Compared compared) {
            boolean otherForename = compared.forenames() == NameLevel.DIFFERENT || compared.forenames() == NameLevel.WEAK;
            return otherForename && compared.births() != BirthLevel.EXACT;
        }
    },
    /** Numbers of one kind that differ: never joined silently. */
    NUMBERS {
        @Override
        boolean holds(Description one, Description other, Compared compared) {
            return Agreement.of(one.nhsNumber(), other.nhsNumber()) == Agreement.DIFFERS || Agreement.of(one.upn(), other.upn()) == Agreement.DIFFERS;
        }
    },
    /** The sex differs and the forename is not the same. */
    SEX {
        @Override
        boolean holds(Description one, Description other, Compared compared) {
            return Agreement.of(one.sex(), other.sex()) == Agreement.DIFFERS && !ONE_NAME.contains(compared.forenames());
        }
    };

    private static final int YEARS_OF_A_GENERATION = 12;
    static final Set<NameLevel> ONE_NAME = EnumSet.of(NameLevel.EXACT, NameLevel.PART, NameLevel.NICKNAME, NameLevel.SWAPPED);
    private static final Set<NameLevel> SLIP = EnumSet.of(NameLevel.EXACT, NameLevel.PART, NameLevel.NICKNAME, NameLevel.INITIAL, NameLevel.CLOSE, NameLevel.SIMILAR,
            NameLevel.SWAPPED, NameLevel.SWAPPED_CLOSE, NameLevel.CROSSED);

    /** Letters with which one name is begun by different hands: Catherine and Katherine, Geoffrey and Jeffrey. */
    private static final Map<Character, Character> SAME_SOUND = Map.of('K', 'C', 'J', 'G');

    abstract boolean holds(Description one, Description other, Compared compared);

    /** Whether one description of a person is enough to keep the person apart; else only the best one counts. */
    boolean isOfPeople() {
        return this == TWINS || this == GENERATIONS || this == NUMBERS;
    }

    /** The first that holds, or null. */
    static KeptApart of(Description one, Description other, Compared compared) {
        for (KeptApart reason : values()) {
            if (reason.holds(one, other, compared)) {
                return reason;
            }
        }
        return null;
    }

    /** Whether two whose dates of birth no slip explains are told apart for good: by number, or by a generation. */
    static boolean isOfOtherPeople(Description one, Description other) {
        return NUMBERS.holds(one, other, null) || isChildAndAdult(one, other) || one.yearsApart(other) >= YEARS_OF_A_GENERATION;
    }

    private static boolean isChildAndAdult(Description one, Description other) {
        return one.kind() == Kind.CHILD && other.kind() == Kind.ADULT || one.kind() == Kind.ADULT && other.kind() == Kind.CHILD;
    }

    private static boolean bothChildren(Description one, Description other) {
        return one.kind() != Kind.ADULT && other.kind() != Kind.ADULT;
    }

    /** Whether a forename of one begins as a forename of the other. */
    private static boolean beginAlike(Description one, Description other) {
        return one.name().forenames().stream().anyMatch(mine -> other.name().forenames().stream().anyMatch(theirs -> begin(mine) == begin(theirs)));
    }

    private static int begin(List<String> forenames) {
        char first = forenames.get(0).charAt(0);
        return SAME_SOUND.getOrDefault(first, first);
    }

    /** Born on one day, or perhaps so: by an age. */
    private static boolean isOneBirth(Compared compared) {
        return compared.births() == BirthLevel.EXACT || compared.areBornTogether();
    }
}
