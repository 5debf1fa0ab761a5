package org.earlyhelp.hub.linkage.learned;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.dataset.DataSetMatcher;
import org.earlyhelp.hub.linkage.dataset.Matched;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.Levels;
import org.earlyhelp.hub.linkage.weight.Mixture;
import org.earlyhelp.hub.linkage.weight.Patterns;
import org.earlyhelp.hub.linkage.weight.WeightModel;
import org.earlyhelp.hub.linkage.weight.WeightModel.Comparison;
import org.earlyhelp.hub.linkage.weight.WeightModel.Level;

/**
 * Learns a model of weights from descriptions, without labels: the descriptions are matched as a data set, which finds
 * the pairs worth comparing and how many people there are; then the levels that the hub itself reads are learned from
 * those pairs, and put in order where the data leave them to chance ({@link SoberLevels}). Identifiers take part in
 * learning, so that verified numbers anchor it, but have no weight in the model: what they say, rules say.
 */
public final class ModelTraining {
    private static final int ROUNDS = 60;
    /** The number of levels of an identifier: agrees, differs, not stated. */
    private static final int IDENTIFIER_LEVELS = 3;

    private final List<Description> descriptions;
    private final DescriptionComparison comparison = new DescriptionComparison();
    private final Matched matched;
    private final Census census;

    private ModelTraining(List<Description> descriptions) {
        this.descriptions = descriptions;
        this.matched = DataSetMatcher.matchAsLearned(DescriptionData.of(descriptions), DataSetMatcher.DEFAULT_THRESHOLD);
        this.census = Census.of(descriptions, matched);
    }

    /**
     * Learns a model.
     *
     * @param descriptions different things said of people; of the unborn nothing is learned
     * @param made         the day to put on the model
     * @param learnedFrom  what data, in words; names no person
     */
    public static WeightModel learn(List<Description> descriptions, LocalDate made, String learnedFrom) {
        List<Description> born = descriptions.stream().filter(it -> it.kind() != Description.Kind.UNBORN && !it.identityUnknown()).toList();
        return new ModelTraining(born).learn(made, learnedFrom);
    }

    private WeightModel learn(LocalDate made, String learnedFrom) {
        List<Levels> levels = new ArrayList<>(new DescriptionChances(descriptions, comparison, census).levels());
        levels.add(identifier(census.agreementOf(Description::nhsNumber)));
        levels.add(identifier(census.agreementOf(Description::upn)));
        double allPairs = (double) descriptions.size() * (descriptions.size() - 1) / 2;
        Mixture mixture = new Mixture(levels, descriptions.size(), allPairs);
        mixture.namesGoTogether(matched.nameLift());
        Patterns patterns = new Patterns(levels.stream().mapToInt(Levels::size).toArray());
        matched.forEachCandidate((earlier, later, weight) -> patterns.add(compare(earlier, later)));
        mixture.learn(patterns, ROUNDS);
        return model(mixture, made, learnedFrom);
    }

    private static Levels identifier(double agreement) {
        return new Levels(Aspect.IDENTIFIER, new double[] {agreement, 1 - agreement, 1});
    }

    private int[] compare(int one, int other) {
        Description mine = descriptions.get(one);
        Description theirs = descriptions.get(other);
        int[] read = comparison.compare(mine, theirs).levels();
        int[] all = Arrays.copyOf(read, read.length + 2);
        all[read.length] = identifier(mine.nhsNumber(), theirs.nhsNumber());
        all[read.length + 1] = identifier(mine.upn(), theirs.upn());
        return all;
    }

    private static int identifier(String one, String other) {
        return one == null || other == null ? IDENTIFIER_LEVELS - 1 : one.equals(other) ? 0 : 1;
    }

    private WeightModel model(Mixture mixture, LocalDate made, String learnedFrom) {
        List<SoberLevels> sober = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (int k = 0; k < DescriptionComparison.ASPECTS.size(); k++) {
            sober.add(SoberLevels.of(DescriptionComparison.ASPECTS.get(k), mixture.comparisons().get(k)));
            comparisons.add(comparison(DescriptionComparison.ASPECTS.get(k), sober.get(k)));
        }
        Map<String, Map<Aspect, List<Double>>> agencies = new AgencyLevels(descriptions, mixture, sober, this::compare).learn(matched);
        return new WeightModel(made, learnedFrom, descriptions.size(), census.people(), rounded(mixture.matchShare()), rounded(mixture.householdShare()),
                rounded(census.rareShare()), rounded(mixture.nameLift()), comparisons, census.commonForenames(), census.commonSurnames(), agencies);
    }

    private static Comparison comparison(Aspect aspect, SoberLevels sober) {
        List<Level> levels = new ArrayList<>();
        for (int level = 0; level < sober.match().length; level++) {
            levels.add(new Level(AspectLevels.name(aspect, level), rounded(sober.match()[level]), rounded(sober.household()[level]),
                    rounded(sober.chance()[level])));
        }
        return new Comparison(aspect, levels);
    }

    /** Four significant digits: a person reads the file. */
    static double rounded(double probability) {
        return new BigDecimal(probability).round(new MathContext(4)).doubleValue();
    }
}
