package org.earlyhelp.hub.need;

import java.util.Collection;
import java.util.Map;

/** What the rules would say of families that are not so yet. Writes nothing of its own accord. */
public interface Forecasts {
    /** Two people, by P- reference, that may be one. */
    record Join(String one, String other) {
    }

    /**
     * If the two were one person and their families one family.
     *
     * @param levelNow  the higher level of both families as they were last assessed, 1 to 4
     * @param levelThen by today's rules and facts
     * @param raises    a rule for alerts would hold that holds for neither family alone
     */
    record Forecast(int levelNow, int levelThen, boolean raises) {
    }

    /** By join; people who do not stand, or whom nothing places in a family, are left out, and so is all while no rules are read. */
    Map<Join, Forecast> ifOne(Collection<Join> joins);

    /**
     * Assesses families in the caller's transaction, with all that follows: for a transaction that is taken back, to see
     * what an act leads to. Does nothing while no rules are read.
     */
    void assessNow(Collection<Long> families);
}
