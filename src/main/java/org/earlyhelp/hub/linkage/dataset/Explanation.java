package org.earlyhelp.hub.linkage.dataset;

import java.util.ArrayList;
import java.util.List;

import org.earlyhelp.hub.linkage.compare.ComparisonLevel;
import org.earlyhelp.hub.linkage.compare.LineComparison;
import org.earlyhelp.hub.linkage.compare.NameComparison;
import org.earlyhelp.hub.linkage.compare.PostcodeComparison;
import org.earlyhelp.hub.linkage.compare.TextComparison;
import org.earlyhelp.hub.linkage.dataset.Matched.Line;
import org.earlyhelp.hub.linkage.weight.Levels;
import org.earlyhelp.hub.linkage.weight.MatchWeight;
import org.earlyhelp.hub.linkage.weight.Mixture;

/**
 * Takes the weight of a pair apart. A field's part is what the weight would lose if the field were not stated; as the
 * fields speak together of a household, the parts need not add up to the whole.
 */
final class Explanation {
    private final CodedRecords records;
    private final PairLevels reader;
    private final Mixture mixture;
    private final PairScorer scorer;

    Explanation(CodedRecords records, PairLevels reader, Mixture mixture) {
        this.records = records;
        this.reader = reader;
        this.mixture = mixture;
        this.scorer = new PairScorer(records, reader, mixture);
    }

    List<Line> lines(int one, int other) {
        int[] levels = new int[mixture.comparisons().size()];
        reader.read(one, other, levels);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("before comparing", "", "any two records", MatchWeight.ofProbability(mixture.matchShare())));
        double whole = weight(one, levels);
        for (int k = 0; k < levels.length; k++) {
            int[] silent = levels.clone();
            silent[k] = mixture.comparisons().get(k).size() - 1;
            lines.add(line(k, levels[k], whole - weight(one, silent)));
        }
        return lines;
    }

    private double weight(int record, int[] levels) {
        return scorer.weight(record, levels, mixture.match(levels), mixture.household(levels), mixture.chance(levels));
    }

    private Line line(int comparison, int level, double weight) {
        Levels levels = mixture.comparisons().get(comparison);
        if (comparison == PairLevels.PLACE) {
            return place(level, weight);
        }
        String field = comparison < PairLevels.FIRST_SINGLE ? levels.aspect().words() : records.singles().get(comparison - PairLevels.FIRST_SINGLE).name();
        List<ComparisonLevel> names = comparison < PairLevels.FIRST_SINGLE ? NameComparison.FORENAME.levels()
                : records.singles().get(comparison - PairLevels.FIRST_SINGLE).comparison().levels();
        return new Line(field, name(names, level), words(names, level), weight);
    }

    private Line place(int level, double weight) {
        int[] parts = reader.placeParts(level);
        List<List<ComparisonLevel>> names = List.of(LineComparison.LINE.levels(), PostcodeComparison.POSTCODE.levels(), TextComparison.TEXT.levels());
        List<String> words = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int part = 0; part < parts.length; part++) {
            words.add(List.of("first line ", "postcode ", "town ").get(part) + words(names.get(part), parts[part]));
            codes.add(name(names.get(part), parts[part]));
        }
        return new Line("address", String.join("/", codes), String.join(", ", words), weight);
    }

    private static String name(List<ComparisonLevel> levels, int level) {
        return level < levels.size() ? levels.get(level).name() : "NOT_STATED";
    }

    private static String words(List<ComparisonLevel> levels, int level) {
        return level < levels.size() ? levels.get(level).words() : "not stated on both sides";
    }
}
