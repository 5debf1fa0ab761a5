package org.earlyhelp.hub.cli.bench.borough;

/** Pairs counted: {@code found} of one person and joined, {@code missed} of one person and not joined, {@code falselyJoined} of two. */
record PairTally(long found, long missed, long falselyJoined) {
    static final PairTally NONE = new PairTally(0, 0, 0);

    PairTally plus(PairTally other) {
        return new PairTally(found + other.found, missed + other.missed, falselyJoined + other.falselyJoined);
    }

    /** True pairs. */
    long pairs() {
        return found + missed;
    }

    /** Share of the true pairs that were found; 1 where there are none. */
    double recall() {
        return share(found, pairs());
    }

    /** Share of the joined pairs that are true; 1 where none was joined. */
    double precision() {
        return share(found, found + falselyJoined);
    }

    double f1() {
        return share(2 * found, 2 * found + missed + falselyJoined);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
