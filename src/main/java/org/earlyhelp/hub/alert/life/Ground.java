package org.earlyhelp.hub.alert.life;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One need or harm test that an alert rests on.
 *
 * @param harm  a harm test rather than a need
 * @param grade the need's grade, "" for none
 * @param ended it no longer holds, though nothing was taken back: time passed or life went on
 */
public record Ground(boolean harm, String code, String person, String agency, String grade, List<Footing> footings, boolean ended) {
    public Ground {
        footings = List.copyOf(footings);
    }

    /** Whether the other is the same need or test of the same person by the same agency, at the same grade. */
    boolean isSameAs(Ground other, UnaryOperator<String> personNow) {
        return harm == other.harm && code.equals(other.code) && agency.equals(other.agency) && grade.equals(other.grade)
                && personNow.apply(person).equals(other.person);
    }

    Ground asEnded() {
        return new Ground(harm, code, person, agency, grade, footings, true);
    }
}
