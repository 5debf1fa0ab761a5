package org.earlyhelp.hub.linkage.dataset;

import org.earlyhelp.hub.linkage.weight.Patterns;

/**
 * Reads the patterns of all candidate pairs, comparison by comparison: each has its own memory of values, which then
 * stays near the processor, and comparisons can be read side by side. The result does not depend on how many are.
 */
final class PatternReader {
    /** Reads one or more comparisons of a pair, as {@link PairLevels#read} does all. */
    interface LevelReader {
        void read(int one, int other, int[] into);
    }

    private final Candidates pairs;
    private final byte[][] levels;

    private PatternReader(Candidates pairs, int comparisons) {
        this.pairs = pairs;
        this.levels = new byte[comparisons][pairs.size()];
    }

    /** Counts the patterns and returns the number of the pattern of each pair. */
    static int[] read(Candidates pairs, PairLevels reader, Patterns into) {
        PatternReader patterns = new PatternReader(pairs, reader.sizes().length);
        reader.parts().parallelStream().forEach(patterns::read);
        return patterns.count(into);
    }

    /** Levels are fewer than 128, so that a byte holds one. */
    private void read(PairLevels.Part part) {
        int[] found = new int[levels.length];
        int[] comparisons = part.comparisons();
        for (int pair = 0; pair < pairs.size(); pair++) {
            part.reader().read(pairs.later(pair), pairs.earlier(pair), found);
            for (int comparison : comparisons) {
                levels[comparison][pair] = (byte) found[comparison];
            }
        }
    }

    private int[] count(Patterns into) {
        int[] patternOf = new int[pairs.size()];
        int[] pattern = new int[levels.length];
        for (int pair = 0; pair < patternOf.length; pair++) {
            for (int k = 0; k < pattern.length; k++) {
                pattern[k] = levels[k][pair];
            }
            patternOf[pair] = into.add(pattern);
        }
        return patternOf;
    }
}
