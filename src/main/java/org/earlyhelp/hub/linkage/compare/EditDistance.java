package org.earlyhelp.hub.linkage.compare;

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
        if (one.leastEdits(other) > limit) {
            return limit + 1;
        }
        return Math.min(of(one.joined(), other.joined()), limit + 1);
    }

    /** The distance of two texts. */
    static int of(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            fill(one, other, i, beforeLast, last, row);
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }

    private static void fill(String one, String other, int i, int[] beforeLast, int[] last, int[] row) {
        char mine = one.charAt(i - 1);
        row[0] = i;
        for (int j = 1; j <= other.length(); j++) {
            char theirs = other.charAt(j - 1);
            int best = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (mine == theirs ? 0 : 1));
            boolean exchanged = i > 1 && j > 1 && mine == other.charAt(j - 2) && one.charAt(i - 2) == theirs;
            row[j] = exchanged ? Math.min(best, beforeLast[j - 2] + 1) : best;
        }
    }
}
