package org.earlyhelp.hub.web.counts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A reader who tries every table that fits what is shown: a second, slow implementation as an oracle. Knows that what is not shown
 * is no 0.
 */
final class Attacker {
    /** No unsaid count of the tables tried here is taken to be larger. */
    private static final int LARGEST = 9;

    private final CountTable shown;
    private final int columns;
    private final long[] guess;
    private final List<List<Long>> fitting = new ArrayList<>();

    private Attacker(CountTable shown) {
        this.shown = shown;
        this.columns = shown.columns().size();
        this.guess = new long[shown.rows().size() * columns];
    }

    /** Every table of cells, row by row, that fits; the search is for small tables only. */
    static List<List<Long>> tablesThatFit(CountTable shown) {
        Attacker attacker = new Attacker(shown);
        attacker.guessFrom(0);
        return attacker.fitting;
    }

    private void guessFrom(int place) {
        if (place > 0 && place % columns == 0 && !fits(rowSum(place / columns - 1), shown.rows().get(place / columns - 1).total())) {
            return;
        }
        if (place == guess.length) {
            if (fitsBelow()) {
                fitting.add(Arrays.stream(guess).boxed().toList());
            }
            return;
        }
        Count count = shown.rows().get(place / columns).counts().get(place % columns);
        long from = count.number().orElse(1);
        for (long value = from; value <= count.number().orElse(LARGEST); value++) {
            guess[place] = value;
            guessFrom(place + 1);
        }
    }

    private boolean fitsBelow() {
        long all = 0;
        for (int column = 0; column < columns; column++) {
            long sum = columnSum(column);
            all += sum;
            if (!fits(sum, shown.totals().counts().get(column))) {
                return false;
            }
        }
        return fits(all, shown.totals().total());
    }

    private long rowSum(int row) {
        long sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += guess[row * columns + column];
        }
        return sum;
    }

    private long columnSum(int column) {
        long sum = 0;
        for (int place = column; place < guess.length; place += columns) {
            sum += guess[place];
        }
        return sum;
    }

    private static boolean fits(long sum, Count count) {
        return count.number().isPresent() ? sum == count.number().getAsLong() : sum > 0;
    }
}
