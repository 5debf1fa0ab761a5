package org.earlyhelp.hub.linkage;

import java.util.List;
import java.util.function.Function;
import org.earlyhelp.hub.linkage.Decision.Join;

/**
 * A carer without date of birth: exact full name, and the first line and postcode of that record or its child, or the
 * telephone; no contradicting date of birth or sex in anything known of the person. Only among adults: father and son
 * may share name and home.
 */
final class CarerRule {
    private CarerRule() {
    }

    static Decision decide(Description one, Description other, List<Description> known) {
        boolean applies = one.mayBeAdult() && other.mayBeAdult() && (one.born() == null || other.born() == null);
        if (!applies || !one.name().isExactly(other.name()) || contradicted(one, known)) {
            return Decision.APART;
        }
        if (one.home() != null && one.home().line1() != null && one.home().isSameAs(other.home())) {
            return new Join(Match.CERTAIN, Reason.SAME_CARER_NAME_AND_ADDRESS);
        }
        return Agreement.of(one.phone(), other.phone()) == Agreement.AGREES
                ? new Join(Match.CERTAIN, Reason.SAME_CARER_NAME_AND_PHONE) : Decision.APART;
    }

    private static boolean contradicted(Description one, List<Description> known) {
        return differs(one, known, Description::born) || differs(one, known, Description::sex)
                || known.stream().anyMatch(it -> (one.born() == null || it.born() == null) && one.yearsApart(it) > 0)
                || known.stream().anyMatch(it -> it.kind() == Description.Kind.CHILD);
    }

    private static boolean differs(Description one, List<Description> known, Function<Description, Object> field) {
        return known.stream().anyMatch(it -> Agreement.of(field.apply(one), field.apply(it)) == Agreement.DIFFERS);
    }
}
