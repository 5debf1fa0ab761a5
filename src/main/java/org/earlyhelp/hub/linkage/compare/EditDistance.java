package org.earlyhelp.hub.linkage.compare;

import java.util.Arrays;

/**
 * The number of single-character edits between two texts: insertion, deletion, replacement, and exchange of two
 * neighbours (restricted Damerau-Levenshtein, "optimal string alignment"; Damerau 1964). Own code, as no library of
 * the project has the exchange of neighbours, the commonest slip of the hand.
 */
final class EditDistance {
    private EditDistance() {
    }

    /** The distance if it is at most {@code limit}, else {@code limit + 1}. */
    static int within(int limit, Form one, Form other) {
        return one.leastEdits(other) > limit ? limit + 1 : within(limit, one.joined(), other.joined());
    }

    /** As {@link #within(int, Form, Form)}, of two texts. What they begin and end with alike needs no table. */
    static int within(int limit, String one, String other) {
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int tail = 0;
        while (tail < shorter - from && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        return between(limit, one.substring(from, one.length() - tail), other.substring(from, other.length() - tail));
    }

    private static int between(int limit, String one, String other) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
        }
        return one.isEmpty() || other.isEmpty() ? one.length() + other.length() : byTable(limit, one.toCharArray(), other.toCharArray());
    }

    /** Only cells at most {@code limit} from the diagonal can be on the way (Ukkonen 1985). */
    private static int byTable(int limit, char[] one, char[] other) {
        int[] beforeLast = new int[other.length + 1];
        int[] last = new int[other.length + 1];
        int[] row = new int[other.length + 1];
        for (int j = 0; j <= other.length; j++) {
            last[j] = j;
        }
        int leastBefore = 0;
        for (int i = 1; i <= one.length; i++) {
            int least = fill(limit, one, other, i, beforeLast, last, row);
            if (least > limit && leastBefore > limit) {
                return limit + 1;
            }
            leastBefore = least;
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(last[other.length], limit + 1);
    }

    /** Fills the cells near the diagonal and closes the row on both sides; returns its least. */
    private static int fill(int limit, char[] one, char[] other, int i, int[] beforeLast, int[] last, int[] row) {
        char mine = one[i - 1];
        int from = Math.max(1, i - limit);
        int to = Math.min(other.length, i + limit);
        row[from - 1] = from == 1 ? i : limit + 1;
        int least = row[from - 1];
        for (int j = from; j <= to; j++) {
            char theirs = other[j - 1];
            int best = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (mine == theirs ? 0 : 1));
            boolean exchanged = i > 1 && j > 1 && mine == other[j - 2] && one[i - 2] == theirs;
            row[j] = exchanged ? Math.min(best, beforeLast[j - 2] + 1) : best;
            least = Math.min(least, row[j]);
        }
        Arrays.fill(row, to + 1, Math.min(to + 2, row.length), limit + 1);
        return least;
    }
}
