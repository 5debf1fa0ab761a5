package org.earlyhelp.hub.cli.torture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the referee found out about one promise.
 *
 * @param promise what should hold, in words
 * @param checked how many things were looked at
 * @param faults  one line for each thing that is not so; empty = the promise is kept
 */
record Finding(String promise, long checked, List<String> faults) {
    private static final int SHOWN_FAULTS = 10;

    Finding {
        faults = List.copyOf(faults);
    }

    /** That two collections hold the same, each thing as often in one as in the other. */
    static Finding same(String promise, Collection<String> expected, Collection<String> found) {
        Map<String, Integer> balance = new HashMap<>();
        expected.forEach(thing -> balance.merge(thing, -1, Integer::sum));
        found.forEach(thing -> balance.merge(thing, 1, Integer::sum));
        List<String> faults = new ArrayList<>();
        balance.forEach((thing, count) -> {
            if (count != 0) {
                faults.add((count < 0 ? "missing: " : "too many: ") + thing);
            }
        });
        return new Finding(promise, expected.size(), faults.stream().sorted().toList());
    }

    boolean isKept() {
        return faults.isEmpty();
    }

    /** For people: the promise and the first faults. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add((isKept() ? "kept    " : "BROKEN  ") + promise + " (" + checked + " looked at" + (isKept() ? ")" : ", " + faults.size() + " wrong)"));
        faults.stream().limit(SHOWN_FAULTS).forEach(fault -> lines.add("          " + fault));
        if (faults.size() > SHOWN_FAULTS) {
            lines.add("          and " + (faults.size() - SHOWN_FAULTS) + " more");
        }
        return lines;
    }
}
