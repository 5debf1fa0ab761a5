package org.earlyhelp.hub.linkage.learned;

import java.util.List;

import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;
import org.earlyhelp.hub.linkage.Dwelling;
import org.earlyhelp.hub.linkage.compare.BirthComparison;
import org.earlyhelp.hub.linkage.compare.BirthLevel;
import org.earlyhelp.hub.linkage.compare.FieldComparison;
import org.earlyhelp.hub.linkage.compare.Form;
import org.earlyhelp.hub.linkage.compare.LineComparison;
import org.earlyhelp.hub.linkage.compare.NameComparison;
import org.earlyhelp.hub.linkage.compare.NameLevel;
import org.earlyhelp.hub.linkage.compare.NumberComparison;
import org.earlyhelp.hub.linkage.compare.PostcodeComparison;
import org.earlyhelp.hub.linkage.compare.SexComparison;
import org.earlyhelp.hub.linkage.weight.Aspect;

/**
 * Compares two descriptions level by level, as a data set's records are compared: forename, surname, place, date of
 * birth, sex, telephone; and what stands in for a better statement, an age and a number nobody verified; of children also
 * the parents named. Of several forenames in use the best counts. Thread-safe.
 */
public final class DescriptionComparison {
    /** What is compared, in this order. */
    public static final List<Aspect> ASPECTS = List.of(Aspect.FORENAME, Aspect.SURNAME, Aspect.PLACE, Aspect.BIRTH, Aspect.SEX, Aspect.PHONE, Aspect.AGE,
            Aspect.UNVERIFIED, Aspect.PARENTS);

    private static final int NAME_MISSING = NameLevel.values().length;
    private static final int BIRTH_MISSING = BirthLevel.values().length;
    private static final int WEAK = NameLevel.WEAK.ordinal();
    private static final int SIMILAR = NameLevel.SIMILAR.ordinal();
    private static final int CLOSE = NameLevel.CLOSE.ordinal();
    private static final int LEAST_PART_LETTERS = 4;

    private final FormMemory forms = new FormMemory();
    private final NameMemory forenames = new NameMemory(NameComparison.FORENAME, forms);
    private final NameMemory surnames = new NameMemory(NameComparison.SURNAME, forms);

    /** How the dates of birth compare, or null when one is not stated: the cheapest comparison, and the one that says most against. */
    static BirthLevel births(Description one, Description other) {
        return one.born() == null || other.born() == null ? null : BirthComparison.BIRTH.compare(one.born(), other.born());
    }

    Compared compare(Description one, Description other) {
        int[] levels = new int[ASPECTS.size()];
        String forename = forenames(one, other, levels);
        String surname = surname(one, other, levels);
        exchanged(one, other, levels);
        levels[2] = place(one.home(), other.home());
        BirthLevel births = births(one, other);
        levels[3] = births == null ? BIRTH_MISSING : births.ordinal();
        levels[4] = level(SexComparison.SEX, one.sex() == null ? null : one.sex().name(), other.sex() == null ? null : other.sex().name());
        levels[5] = level(NumberComparison.NUMBER, one.phone(), other.phone());
        levels[6] = AspectLevels.level(Aspect.AGE, StatedSparely.ages(one, other));
        levels[7] = AspectLevels.level(Aspect.UNVERIFIED, StatedSparely.numbers(one, other));
        levels[8] = AspectLevels.level(Aspect.PARENTS, NamedParents.compare(one, other));
        return new Compared(levels, levels[0] == 0 ? forename : null, levels[1] == 0 ? surname : null,
                one.kind() == Kind.CHILD && other.kind() == Kind.CHILD);
    }

    private String forenames(Description one, Description other, int[] levels) {
        levels[0] = NAME_MISSING;
        String best = null;
        for (List<String> mine : one.name().forenames()) {
            for (List<String> theirs : other.name().forenames()) {
                int level = forename(mine, theirs);
                if (level < levels[0]) {
                    levels[0] = level;
                    best = mine.get(0);
                }
            }
        }
        return best;
    }

    /** A middle name that one side leaves out is no difference, as in the fixed rules. */
    private int forename(List<String> mine, List<String> theirs) {
        int shared = Math.min(mine.size(), theirs.size());
        if (mine.subList(0, shared).equals(theirs.subList(0, shared))) {
            return NameLevel.EXACT.ordinal();
        }
        if (mine.size() == 1 && theirs.size() == 1) {
            return forenames.level(mine.get(0), theirs.get(0));
        }
        int whole = forenames.level(String.join(" ", mine), String.join(" ", theirs));
        return mine.get(0).equals(theirs.get(0)) ? Math.min(whole, NameLevel.PART.ordinal()) : whole;
    }

    private String surname(Description one, Description other, int[] levels) {
        String mine = one.name().surname();
        String theirs = other.name().surname();
        if (mine == null || theirs == null) {
            levels[1] = NAME_MISSING;
            return null;
        }
        levels[1] = isHalf(mine, theirs) || isHalf(theirs, mine) ? NameLevel.PART.ordinal()
                : surnames.level(mine, theirs);
        return mine;
    }

    /** One half of a double-barrelled name, which comes without its hyphen. */
    private static boolean isHalf(String half, String whole) {
        return half.length() >= LEAST_PART_LETTERS && whole.length() - half.length() >= LEAST_PART_LETTERS - 1 && (whole.startsWith(half) || whole.endsWith(half));
    }

    /** Each name in the other's place: one fact, told once. */
    private void exchanged(Description one, Description other, int[] levels) {
        if (levels[0] < WEAK || levels[1] < WEAK) {
            return;
        }
        int here = across(one, other);
        int there = across(other, one);
        NameLevel level = here == 0 && there == 0 ? NameLevel.SWAPPED
                : here <= SIMILAR && there <= SIMILAR ? NameLevel.SWAPPED_CLOSE
                : (here == NAME_MISSING || there == NAME_MISSING) && Math.min(here, there) <= CLOSE ? NameLevel.CROSSED : null;
        if (level != null) {
            levels[0] = level.ordinal();
            levels[1] = NAME_MISSING;
        }
    }

    private int across(Description forename, Description surname) {
        if (surname.name().surname() == null) {
            return NAME_MISSING;
        }
        int best = NAME_MISSING;
        for (List<String> words : forename.name().forenames()) {
            best = Math.min(best, forenames.level(words.size() == 1 ? words.get(0) : String.join("", words), surname.name().surname()));
        }
        return best;
    }

    private int place(Dwelling one, Dwelling other) {
        int line = AspectLevels.LINE_MISSING;
        int postcode = AspectLevels.POSTCODE_MISSING;
        if (one != null && other != null) {
            boolean sameProperty = one.uprn() != null && one.uprn().equals(other.uprn());
            line = sameProperty ? 0 : level(LineComparison.LINE, one.line1(), other.line1());
            postcode = sameProperty ? 0 : level(PostcodeComparison.POSTCODE, one.postcode(), other.postcode());
        }
        return AspectLevels.ofPlace(line, postcode);
    }

    private int level(FieldComparison comparison, String one, String other) {
        if (one == null || other == null) {
            return comparison.levels().size();
        }
        // Unlike names, places and telephones seldom come again: to look for their forms costs more than to make them.
        return one.equals(other) ? 0 : comparison.level(Form.of(one), Form.of(other));
    }
}
