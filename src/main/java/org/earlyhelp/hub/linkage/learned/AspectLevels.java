package org.earlyhelp.hub.linkage.learned;

import java.util.List;
import org.earlyhelp.hub.linkage.compare.AgeLevel;
import org.earlyhelp.hub.linkage.compare.BirthComparison;
import org.earlyhelp.hub.linkage.compare.ComparisonLevel;
import org.earlyhelp.hub.linkage.compare.LineComparison;
import org.earlyhelp.hub.linkage.compare.NameComparison;
import org.earlyhelp.hub.linkage.compare.NumberComparison;
import org.earlyhelp.hub.linkage.compare.ParentLevel;
import org.earlyhelp.hub.linkage.compare.PostcodeComparison;
import org.earlyhelp.hub.linkage.compare.SexComparison;
import org.earlyhelp.hub.linkage.compare.UnverifiedLevel;
import org.earlyhelp.hub.linkage.weight.Aspect;

/** The levels that each aspect of a comparison has, with "not stated on both sides" as the last; of a place, those of its line and its postcode together. */
final class AspectLevels {
    static final int LINE_MISSING = LineComparison.LINE.levels().size();
    static final int POSTCODE_MISSING = PostcodeComparison.POSTCODE.levels().size();

    private AspectLevels() {
    }

    /** The level of a place whose parts have these. */
    static int ofPlace(int line, int postcode) {
        return line * (POSTCODE_MISSING + 1) + postcode;
    }

    /** Whether a level of a place says that it is one: all parts that both state agree in full, and at least one is. */
    static boolean isOnePlace(int level) {
        int line = level / (POSTCODE_MISSING + 1);
        int postcode = level % (POSTCODE_MISSING + 1);
        return line == 0 && (postcode == 0 || postcode == POSTCODE_MISSING) || line == LINE_MISSING && postcode == 0;
    }

    /** The number of a level; null stands for "not stated". */
    static int level(Aspect aspect, Enum<?> found) {
        return found == null ? size(aspect) - 1 : found.ordinal();
    }

    /** The names of the levels of an aspect in words; of a place, of its two parts. */
    static String words(Aspect aspect, int level) {
        if (aspect == Aspect.PLACE) {
            return "first line " + words(LineComparison.LINE.levels(), level / (POSTCODE_MISSING + 1)) + ", postcode "
                    + words(PostcodeComparison.POSTCODE.levels(), level % (POSTCODE_MISSING + 1));
        }
        return words(levels(aspect), level);
    }

    private static String words(List<ComparisonLevel> levels, int level) {
        return level < levels.size() ? levels.get(level).words() : "not stated on both sides";
    }

    /** The stable name of a level of an aspect; of a place, of its two parts. */
    static String name(Aspect aspect, int level) {
        if (aspect == Aspect.PLACE) {
            return name(LineComparison.LINE.levels(), level / (POSTCODE_MISSING + 1)) + "/" + name(PostcodeComparison.POSTCODE.levels(), level % (POSTCODE_MISSING + 1));
        }
        return name(levels(aspect), level);
    }

    private static String name(List<ComparisonLevel> levels, int level) {
        return level < levels.size() ? levels.get(level).name() : "NOT_STATED";
    }

    private static List<ComparisonLevel> levels(Aspect aspect) {
        return switch (aspect) {
            case FORENAME -> NameComparison.FORENAME.levels();
            case SURNAME -> NameComparison.SURNAME.levels();
            case BIRTH -> BirthComparison.BIRTH.levels();
            case SEX -> SexComparison.SEX.levels();
            case PHONE -> NumberComparison.NUMBER.levels();
            case AGE -> List.of(AgeLevel.values());
            case UNVERIFIED -> List.of(UnverifiedLevel.values());
            case PARENTS -> List.of(ParentLevel.values());
            default -> throw new IllegalArgumentException(aspect + " is not compared");
        };
    }

    /** How many levels an aspect has, "not stated" included. */
    static int size(Aspect aspect) {
        return aspect == Aspect.PLACE ? (LINE_MISSING + 1) * (POSTCODE_MISSING + 1) : levels(aspect).size() + 1;
    }
}
