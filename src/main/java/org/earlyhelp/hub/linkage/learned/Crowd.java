package org.earlyhelp.hub.linkage.learned;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.earlyhelp.hub.linkage.Description;

/**
 * A name and a date of birth that many bear: a value made up by a sender, or a clinic's list of newborns. Whoever has so
 * many homes or forenames is no one person; no weight adds another, a steward is asked.
 */
final class Crowd {
    /** Different complete homes of one person, beyond which no weight adds another. */
    static final int HOMES_LIMIT = 5;
    /** Different forenames of one person, likewise. */
    static final int FORENAMES_LIMIT = 5;

    private Crowd() {
    }

    /** Whether two sides together go beyond a limit to which the first alone keeps, or go further beyond it. */
    static boolean grows(List<Description> known, List<Description> more) {
        Set<String> homes = new HashSet<>();
        Set<String> forenames = new HashSet<>();
        known.forEach(it -> add(it, homes, forenames));
        int homesBefore = homes.size();
        int forenamesBefore = forenames.size();
        more.forEach(it -> add(it, homes, forenames));
        return homes.size() > Math.max(HOMES_LIMIT, homesBefore) || forenames.size() > Math.max(FORENAMES_LIMIT, forenamesBefore);
    }

    private static void add(Description it, Set<String> homes, Set<String> forenames) {
        if (it.home() != null && it.home().line1() != null && it.home().postcode() != null) {
            homes.add(it.home().line1() + "|" + it.home().postcode());
        }
        if (!it.name().forenames().isEmpty()) {
            forenames.add(it.name().forenames().get(0).get(0));
        }
    }
}
