package org.earlyhelp.hub.identity.review;

import java.util.List;
import org.earlyhelp.hub.linkage.Description;

/**
 * How the matching rules weigh two people, comparison by comparison. Must reveal no value: a level is named by the rule,
 * not by what was compared. Thread-safe.
 */
@FunctionalInterface
public interface PairWeights {
    /**
     * One comparison; the last line is all of them together.
     *
     * @param compared what was compared, in plain words
     * @param level    the level that held, in plain words
     * @param weight   log2 odds
     */
    record Weight(String compared, String level, double weight) {
    }

    /**
     * In the order compared; {@code one} and {@code other} are all descriptions known of each. Empty while the rules give
     * no weights. With {@code placeHidden} no line says how the places compare.
     */
    List<Weight> of(List<Description> one, List<Description> other, boolean placeHidden);
}
