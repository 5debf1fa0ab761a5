package org.earlyhelp.hub.linkage;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.linkage.Decision.Join;
import org.earlyhelp.hub.linkage.Description.Kind;

/** An unborn child, another word of the same pregnancy, and the newborn who takes its place: same mother, dates that fit. */
final class Pregnancy {
    private static final int WEEKS_EARLY = 20;
    private static final int WEEKS_LATE = 5;

    private Pregnancy() {
    }

    static Decision decide(Description mention, List<Description> known) {
        return known.stream().map(it -> pair(mention, it)).reduce(Decision.APART, Decision::strongest);
    }

    private static Decision pair(Description one, Description other) {
        boolean children = isChild(one) && isChild(other);
        if (!children || !datesFit(one, other)) {
            return Decision.APART;
        }
        List<String> shared = one.mothers().stream().filter(other.mothers()::contains).toList();
        if (shared.isEmpty()) {
            return Decision.APART;
        }
        return shared.stream().allMatch(key -> key.startsWith("name:")) ? new Join(Match.PROBABLE, Reason.SAME_MOTHER_BY_NAME)
                : new Join(Match.CERTAIN, Reason.SAME_PREGNANCY);
    }

    private static boolean isChild(Description it) {
        return it.kind() == Kind.UNBORN || it.kind() == Kind.CHILD;
    }

    private static boolean datesFit(Description one, Description other) {
        LocalDate mine = one.born() == null ? one.expected() : one.born();
        LocalDate theirs = other.born() == null ? other.expected() : other.born();
        if (mine == null || theirs == null) {
            return false;
        }
        return one.born() == null && other.born() != null ? fits(theirs, mine) : fits(mine, theirs);
    }

    private static boolean fits(LocalDate born, LocalDate expected) {
        return !born.isBefore(expected.minusWeeks(WEEKS_EARLY)) && !born.isAfter(expected.plusWeeks(WEEKS_LATE));
    }
}
