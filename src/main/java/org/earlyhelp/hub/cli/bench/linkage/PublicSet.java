package org.earlyhelp.hub.cli.bench.linkage;

import java.util.List;

/**
 * A public data set, how it is read, and what is wanted of the matcher on it.
 *
 * @param columns   the columns file in {@code src/docs/examples/match}
 * @param truth     the column that says who a record is of
 * @param household the column that says whose home it is; "" when there is none
 * @param reference what Splink 5.0.0.dev4 reaches, as {@code README.md} beside the data says
 */
record PublicSet(String name, String columns, String truth, String household, List<Target> targets, String reference) {
    static List<PublicSet> all() {
        return List.of(febrl("febrl1", ""), febrl("febrl2", ""),
                febrl("febrl3", "pair F1 0.987 at probability 0.95, 0.996 with a threshold chosen with labels; clusters 0.995; 7.8 s"),
                new PublicSet("fake_1000", "fake_1000.yaml", "cluster", "", List.of(Target.atLeast("pair and cluster F1", 0.90, Score::worseF1),
                        Target.atLeast("blocking recall", 0.95, Score::blockingRecall)), "blocking recall 0.812; pair F1 0.732, 0.855 with labels; 17 s"),
                new PublicSet("historical_25k", "historical_25k.yaml", "cluster", "", List.of(Target.atLeast("pair and cluster F1", 0.90, Score::worseF1),
                        Target.atLeast("blocking recall", 0.93, Score::blockingRecall), Target.atMost("largest cluster", 25, Score::largestCluster)),
                        "looser rules: blocking recall 0.799; pair F1 0.759, 0.844 with labels; clusters 0.878, largest 54; 21.4 s"),
                new PublicSet("family_feeds", "family_feeds.yaml", "person_id", "household_id", List.of(
                        Target.atLeast("pair and cluster F1", 0.97, Score::worseF1), Target.atMost("false links in a household", 5, Score::falseAtHome)),
                        "with postcode: pair F1 0.962, 32 false links in households; without: 0.960, 5; 9 s"));
    }

    private static PublicSet febrl(String name, String reference) {
        return new PublicSet(name, "febrl.yaml", "rec_id", "", List.of(Target.atLeast("pair and cluster F1", 0.998, Score::worseF1)), reference);
    }

    /** Who a record is of: in FEBRL the number in {@code rec-N-org} and {@code rec-N-dup-M}, elsewhere the column as it is. */
    String person(String truth) {
        return columns.equals("febrl.yaml") ? truth.split("-")[1] : truth;
    }
}
