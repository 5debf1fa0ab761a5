package org.earlyhelp.hub.cli.bench.linkage;

import java.util.Locale;

/** Counts found pairs against the truth. Not thread-safe. */
final class PairCount {
    private final Truth truth;
    private long right;
    private long wrong;
    private long wrongAtHome;

    PairCount(Truth truth) {
        this.truth = truth;
    }

    void add(int one, int other) {
        if (truth.isOnePerson(one, other)) {
            right++;
        } else {
            wrong++;
            wrongAtHome += truth.isOneHome(one, other) ? 1 : 0;
        }
    }

    double precision() {
        return (double) right / Math.max(1, right + wrong);
    }

    double recall() {
        return (double) right / Math.max(1, truth.pairs());
    }

    double f1() {
        return 2.0 * right / Math.max(1, right + wrong + truth.pairs());
    }

    long wrongAtHome() {
        return wrongAtHome;
    }

    @Override
    public String toString() {
        return String.format(Locale.UK, "P %.4f R %.4f F1 %.4f", precision(), recall(), f1());
    }
}
