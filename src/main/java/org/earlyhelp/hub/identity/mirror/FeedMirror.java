package org.earlyhelp.hub.identity.mirror;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.Counts;

/**
 * How the files of one feed fared in a month, test drops left out.
 *
 * @param stages how many files ended how, by stage
 * @param counts records of all of them together
 * @param codes  how often each code stood in a receipt, the most frequent first
 * @param people mentions of people in the records that still stand, by how sure the hub is who they are: CERTAIN, PROBABLE,
 *               REVIEW, NEW, or WAITING
 */
public record FeedMirror(String feed, Map<String, Long> stages, Counts counts, Map<String, Long> codes, Map<String, Long> people) {
    /** With fewer people a share could tell of one of them whether others know them. */
    public static final int LEAST_PEOPLE = 100;
    /** Shares are rounded to so many percent, so that adding one person to a file tells nothing of that one. */
    static final int ROUNDED_TO = 5;
    private static final double PERCENT = 100;

    public FeedMirror {
        stages = new LinkedHashMap<>(stages);
        codes = new LinkedHashMap<>(codes);
        people = new LinkedHashMap<>(people);
    }

    /** The files of the month, whatever became of them. */
    public long files() {
        return stages.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of all records, how many percent were refused, to one decimal; 0 without records. */
    public double refusedPercent() {
        return counts.records() == 0 ? 0 : Math.round(PERCENT * 10 * counts.rejected() / counts.records()) / 10.0;
    }

    /** How many percent of the people are known how well; empty with fewer than {@value #LEAST_PEOPLE}. */
    public Map<String, Integer> matchPercents() {
        long all = people.values().stream().mapToLong(Long::longValue).sum();
        return all < LEAST_PEOPLE ? Map.of() : people.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> (int) (Math.round(PERCENT * entry.getValue() / all / ROUNDED_TO) * ROUNDED_TO), (one, other) -> one, LinkedHashMap::new));
    }
}
