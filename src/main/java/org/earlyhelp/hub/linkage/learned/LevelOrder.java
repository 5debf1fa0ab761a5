package org.earlyhelp.hub.linkage.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.earlyhelp.hub.linkage.compare.LineLevel;
import org.earlyhelp.hub.linkage.compare.NameLevel;
import org.earlyhelp.hub.linkage.compare.PostcodeLevel;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.LevelPools.Step;

/**
 * Which levels of an aspect must not weigh less than which others. Names in each other's place and initials stand
 * outside: an initial fits so many names that no data without initials may lend it the weight of its neighbours.
 */
final class LevelOrder {
    private static final int LINES = LineLevel.values().length;
    private static final int POSTCODES = PostcodeLevel.values().length;
    private static final List<Integer> NAMES = Stream.of(NameLevel.EXACT, NameLevel.PART, NameLevel.NICKNAME, NameLevel.CLOSE, NameLevel.SIMILAR,
            NameLevel.WEAK, NameLevel.DIFFERENT).map(NameLevel::ordinal).toList();

    private LevelOrder() {
    }

    static List<Step> of(Aspect aspect) {
        return aspect == Aspect.PLACE ? places() : steps(row(aspect));
    }

    /** The levels of an aspect that stand in one row, best first. Not for a place. */
    static List<Integer> row(Aspect aspect) {
        boolean name = aspect == Aspect.FORENAME || aspect == Aspect.SURNAME;
        return name ? NAMES : IntStream.range(0, AspectLevels.size(aspect) - 1).boxed().toList();
    }

    /** The level of full difference. Not for a place. */
    static int difference(Aspect aspect) {
        List<Integer> row = row(aspect);
        return row.get(row.size() - 1);
    }

    private static List<Step> steps(List<Integer> row) {
        return IntStream.range(1, row.size()).mapToObj(at -> new Step(row.get(at - 1), row.get(at))).toList();
    }

    /** Line and postcode each by itself; and full agreement of one is never less than its silence. */
    private static List<Step> places() {
        List<Step> steps = new ArrayList<>();
        for (int line = 0; line <= LINES; line++) {
            for (int postcode = 0; postcode <= POSTCODES; postcode++) {
                if (line + 1 < LINES) {
                    steps.add(new Step(place(line, postcode), place(line + 1, postcode)));
                }
                if (postcode + 1 < POSTCODES) {
                    steps.add(new Step(place(line, postcode), place(line, postcode + 1)));
                }
            }
        }
        IntStream.range(0, LINES).forEach(line -> steps.add(new Step(place(line, 0), place(line, POSTCODES))));
        IntStream.range(0, POSTCODES).forEach(postcode -> steps.add(new Step(place(0, postcode), place(LINES, postcode))));
        return steps;
    }

    /** Full agreement in all that is stated of a place, where silence about the whole is 1 in every column and cannot be pooled. */
    static List<Integer> besideSilence(Aspect aspect) {
        return aspect == Aspect.PLACE ? List.of(place(LINES, 0), place(0, POSTCODES)) : List.of();
    }

    private static int place(int line, int postcode) {
        return line * (POSTCODES + 1) + postcode;
    }
}
