package org.earlyhelp.hub.identity.cluster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.BiPredicate;
import org.earlyhelp.hub.linkage.Description;

/** The one day on which a person was born by all that is said of them, as the day since 1970, in four bytes. */
final class BirthDay {
    /** Nothing says. */
    static final int NONE = Integer.MIN_VALUE;
    /** More than one day is said. */
    static final int SEVERAL = Integer.MIN_VALUE + 1;

    private BirthDay() {
    }

    /** What is known after one more description. */
    static int with(int known, Description more) {
        if (more.born() == null) {
            return known;
        }
        int day = (int) more.born().toEpochDay();
        return known == NONE || known == day ? day : SEVERAL;
    }

    /** What descriptions together say. */
    static int of(Collection<Description> said) {
        int known = NONE;
        for (Description one : said) {
            known = with(known, one);
        }
        return known;
    }

    /** Whether a person of whom this is known may be somebody born on a day, which may be null. */
    static boolean mayBe(int known, LocalDate born, BiPredicate<LocalDate, LocalDate> mayBeOneBirth) {
        return born == null || known <= SEVERAL || mayBeOneBirth.test(born, LocalDate.ofEpochDay(known));
    }
}
