package org.earlyhelp.hub.cli.bench.borough;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one run found.
 *
 * @param figures  the measures beside their targets
 * @param missed   pairs of one person that were not joined, counted by what differs between them, most first
 * @param falsely  joined pairs of two people, counted by what they are to each other and why they were joined, most first
 */
record BoroughReport(List<Figure> figures, FairnessTable fairness, List<String> missed, List<String> falsely) {
    private static final int CAUSES_SHOWN = 25;
    private static final int ENOUGH_TWINS = 500;

    static BoroughReport of(LinkingRun run, List<Linked> linked, PairTally families, PairTally atBest, BlockingCheck blocking) {
        PairCount pairs = new PairCount(linked);
        FairnessTable fairness = FairnessTable.of(pairs);
        List<Figure> figures = new ArrayList<>();
        addPairs(figures, pairs);
        addTwins(figures, pairs, linked);
        figures.add(Figure.atMost("origin of names: worst recall behind the best", 0.01, fairness.gapBetweenOrigins("all")));
        figures.add(Figure.atMost("origin of names: the same of children alone", 0.01, fairness.gapBetweenOrigins("children")));
        figures.add(Figure.atMost("grey zone: mentions for a steward to the people made", 0.03, (double) run.inGreyZone() / Math.max(1, run.newPeople())));
        figures.add(Figure.atLeast("family pairs: F1", 0.97, families.f1()));
        figures.add(Figure.told("family pairs: recall, precision", Figure.share(families.recall()) + ", " + Figure.share(families.precision())));
        figures.add(Figure.told("family pairs: F1 if everybody were linked rightly", Figure.share(atBest.f1())));
        figures.add(Figure.atLeast("blocking: true pairs that share a key", 0.995, blocking.recall()));
        figures.add(Figure.told("blocking: candidates a mention, mean, p99, most", "%.1f, %d, %d".formatted(blocking.mean(), blocking.p99(), blocking.max())));
        figures.add(Figure.rate("mentions decided a second", 10_000, run.watch().aSecond()));
        figures.add(Figure.promised("p99 of a mention", "at most 5 ms", "%.3f ms".formatted(run.watch().p99Millis()), run.watch().p99Millis() <= 5));
        return new BoroughReport(List.copyOf(figures), fairness, missed(pairs), falsely(pairs));
    }

    private static void addPairs(List<Figure> figures, PairCount pairs) {
        PairTally all = pairs.tally((one, other) -> true);
        PairTally children = pairs.tally((one, other) -> one.who().isChild() || other.who().isChild());
        PairTally adults = pairs.tally((one, other) -> !one.who().isChild() || !other.who().isChild());
        figures.add(Figure.atLeast("automatic joins: precision", 0.999, all.precision()));
        figures.add(Figure.atLeast("children: recall", 0.97, children.recall()));
        figures.add(Figure.told("children: precision, F1", Figure.share(children.precision()) + ", " + Figure.share(children.f1())));
        figures.add(Figure.told("adults: recall", Figure.share(adults.recall())));
        figures.add(Figure.told("adults: precision, F1", Figure.share(adults.precision()) + ", " + Figure.share(adults.f1())));
        figures.add(Figure.told("all: recall, F1", Figure.share(all.recall()) + ", " + Figure.share(all.f1())));
        figures.add(Figure.told("all: pairs found, missed, falsely joined", "%,d, %,d, %,d".formatted(all.found(), all.missed(), all.falselyJoined())));
    }

    private static void addTwins(List<Figure> figures, PairCount pairs, List<Linked> linked) {
        int twins = Twins.pairs(linked.stream().map(Linked::who).collect(Collectors.toSet()));
        int joined = pairs.peopleJoined(Resident::isTwinOf).size();
        figures.add(Figure.promised("twin pairs joined", "0 of at least " + ENOUGH_TWINS, joined + " of " + twins, joined == 0 && twins >= ENOUGH_TWINS));
    }

    private static List<String> missed(PairCount pairs) {
        Map<String, Long> causes = new TreeMap<>();
        pairs.eachMissed((one, other) -> causes.merge(Causes.ofMissed(one, other), 1L, Long::sum));
        return mostFirst(causes);
    }

    private static List<String> falsely(PairCount pairs) {
        Map<String, Long> causes = new TreeMap<>();
        pairs.eachFalse((one, other) -> causes.merge(Causes.ofFalse(one.who(), other.who()) + ", by " + Set.of(one.ground()) + Set.of(other.ground()), 1L, Long::sum));
        return mostFirst(causes);
    }

    private static List<String> mostFirst(Map<String, Long> causes) {
        return causes.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(CAUSES_SHOWN)
                .map(it -> "%,9d  %s".formatted(it.getValue(), it.getKey())).toList();
    }
}
