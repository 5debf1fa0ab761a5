package org.earlyhelp.hub.sharing.check;

import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.sharing.LogState;

/** What a check has found; counts all and keeps the first. Not thread-safe. */
final class Faults {
    private final List<String> kept = new ArrayList<>();
    private long count;

    /** {@code fault} names table, row and what is wrong with it; never what an entry says. */
    void add(String fault) {
        count++;
        if (kept.size() < LogState.Check.FAULTS_KEPT) {
            kept.add(fault);
        }
    }

    long count() {
        return count;
    }

    List<String> kept() {
        return kept;
    }
}
