package org.earlyhelp.hub.identity.cluster;

import java.util.Collection;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.compare.BirthComparison;

/** The one day on which a person was born by all that is said of them, in four bytes: the digits of a hexadecimal number. */
final class BirthDay {
    /** Nothing says. */
    static final int NONE = -1;
    /** More than one day is said, or one of a year that no digits are kept of. */
    static final int SEVERAL = -2;

    private BirthDay() {
    }

    /** The day a description states, {@link #NONE}, or {@link #SEVERAL}. */
    static int of(Description said) {
        if (said.born() == null) {
            return NONE;
        }
        return BirthComparison.hasDigits(said.born()) ? BirthComparison.digits(said.born()) : SEVERAL;
    }

    /** What is known after one more description. */
    static int with(int known, Description more) {
        int day = of(more);
        if (day == NONE || known == day) {
            return known;
        }
        return known == NONE ? day : SEVERAL;
    }

    /** What descriptions together say. */
    static int of(Collection<Description> said) {
        int known = NONE;
        for (Description one : said) {
            known = with(known, one);
        }
        return known;
    }

    /** Whether a person of whom this is known may be somebody born on a day. */
    static boolean mayBe(int known, int born, LinkageModel model) {
        return born < 0 || known < 0 || model.mayBeOneBirth(known, born);
    }
}
