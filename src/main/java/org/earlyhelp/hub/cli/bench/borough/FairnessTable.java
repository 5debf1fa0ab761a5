package org.earlyhelp.hub.cli.bench.borough;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Recall and precision by the origin of names and by agency: counts of a made-up borough, no personal data. */
record FairnessTable(List<Row> rows) {
    /** Of which model, when, and on which borough. */
    record About(String model, LocalDate measuredOn, int households, long seed) {
    }

    /** A smaller group says nothing: one pair more or less would move it by points. */
    static final int LEAST_PAIRS = 30;

    private static final String HEADER = "model,measured_on,households,seed,grouped_by,name,people,pairs,found,missed,false_joins,recall,precision,judged\n";

    /** One group; {@code people} is {@code all} or {@code children}. */
    record Row(String groupedBy, String name, String people, PairTally tally) {
        boolean isJudged() {
            return tally.pairs() >= LEAST_PAIRS;
        }

        String csv(About about) {
            return String.format(Locale.ROOT, "%s,%s,%d,%d,%s,%s,%s,%d,%d,%d,%d,%.5f,%.5f,%s\n", about.model, about.measuredOn, about.households, about.seed,
                    groupedBy, name, people, tally.pairs(), tally.found(), tally.missed(), tally.falselyJoined(), tally.recall(), tally.precision(),
                    isJudged() ? "yes" : "too small to judge");
        }
    }

    static FairnessTable of(PairCount pairs) {
        List<Row> rows = new ArrayList<>();
        add(rows, "origin of names", pairs, Causes::origins);
        add(rows, "agency", pairs, Causes::agencies);
        return new FairnessTable(rows);
    }

    private static void add(List<Row> rows, String groupedBy, PairCount pairs, BiFunction<Linked, Linked, Set<String>> names) {
        Map<String, PairTally> all = pairs.by(names);
        Map<String, PairTally> children = pairs.by((one, other) -> one.who().isChild() || other.who().isChild() ? names.apply(one, other) : Set.of());
        all.forEach((name, tally) -> rows.add(new Row(groupedBy, name, "all", tally)));
        children.forEach((name, tally) -> rows.add(new Row(groupedBy, name, "children", tally)));
    }

    /** How far the worst group of names is behind the best in recall, among those large enough to judge. */
    double gapBetweenOrigins(String people) {
        double[] recalls = rows.stream().filter(row -> row.groupedBy.equals("origin of names") && row.people.equals(people) && row.isJudged())
                .mapToDouble(row -> row.tally.recall()).sorted().toArray();
        return recalls.length == 0 ? 0 : recalls[recalls.length - 1] - recalls[0];
    }

    /** The table as the page {@code /reviews/fairness} reads it. */
    String csv(About about) {
        StringBuilder text = new StringBuilder(HEADER);
        rows.forEach(row -> text.append(row.csv(about)));
        return text.toString();
    }
}
