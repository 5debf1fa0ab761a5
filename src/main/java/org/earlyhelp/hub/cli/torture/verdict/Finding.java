package org.earlyhelp.hub.cli.torture.verdict;

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
public record Finding(String promise, long checked, List<String> faults) {
    private static final int SHOWN_FAULTS = 10;

    public Finding {
        faults = List.copyOf(faults);
    }

    /** That two collections hold the same, each thing as often in one as in the other. */
    public static Finding same(String promise, Collection<String> expected, Collection<String> found) {
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

    /** That one thing is so; {@code seen} says what was found, and is the fault where it is not. */
    public static Finding that(String promise, boolean kept, Object seen) {
        return new Finding(promise, 1, kept ? List.of() : List.of(String.valueOf(seen)));
    }

    /** Whether the promise was kept. */
    public boolean isKept() {
        return faults.isEmpty();
    }

    /** For people: the promise and the first faults. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add((isKept() ? "kept    " : "BROKEN  ") + promise + " (" + checked + " looked at" + (isKept() ? ")" : ", " + faults.size() + " wrong)"));
        faults.stream().limit(SHOWN_FAULTS).forEach(fault -> lines.add("          " + fault));
        if (faults.size() > SHOWN_FAULTS) {
            lines.add("          and " + (faults.size() - SHOWN_FAULTS) + " more");
        }
        return lines;
    }
}
