package org.earlyhelp.hub.linkage.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.earlyhelp.hub.linkage.compare.NameLevel;
import org.earlyhelp.hub.linkage.weight.Levels;
import org.earlyhelp.hub.linkage.weight.Mixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every learned model: agreement never speaks against. */
class LearnedWeightTests {
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreementNeverWeighsLessThanDisagreement(long seed) {
        MadeUpPeople families = MadeUpPeople.inHouseholds(60, seed);
        Matched matched = DataSetMatcher.match(families.data(), DataSetMatcher.DEFAULT_THRESHOLD);
        List<Levels> comparisons = matched.mixture().comparisons();
        matched.forEachCandidate((earlier, later, weight) -> {
            int[] levels = matched.levels(later, earlier);
            for (int k = 0; k < levels.length; k++) {
                boolean isOfOnePerson = !comparisons.get(k).aspect().isSharedAtHome();
                if (isOfOnePerson && levels[k] > 0 && levels[k] <= different(k, comparisons.get(k))) {
                    int[] agreeing = levels.clone();
                    agreeing[k] = 0;
                    assertThat(matched.weight(later, agreeing)).as("comparison %d, seed %d", k, seed).isGreaterThanOrEqualTo(weight - ROUNDING);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noWorseLevelWeighsMoreAgainstStrangers(long seed) {
        Mixture mixture = DataSetMatcher.match(MadeUpPeople.inHouseholds(60, seed).data(), DataSetMatcher.DEFAULT_THRESHOLD).mixture();
        for (int k = 0; k < mixture.comparisons().size(); k++) {
            Levels levels = mixture.comparisons().get(k);
            double full = levels.match(0) / levels.chance(0);
            for (int level = 1; k != PairLevels.PLACE && level <= different(k, levels); level++) {
                double ratio = levels.match(level) / levels.chance(level);
                double different = levels.match(different(k, levels)) / levels.chance(different(k, levels));
                assertThat(ratio).as("%s level %d, seed %d", levels.aspect(), level, seed).isBetween(different * (1 - ROUNDING), full * (1 + ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aBetterPlaceNeverWeighsLessAgainstStrangers(long seed) {
        Mixture mixture = DataSetMatcher.match(MadeUpPeople.inHouseholds(60, seed).data(), DataSetMatcher.DEFAULT_THRESHOLD).mixture();
        Levels place = mixture.comparisons().get(PairLevels.PLACE);
        int towns = 4;
        int postcodes = 5;
        for (int line = 0; line < 4; line++) {
            for (int postcode = 0; postcode < 3; postcode++) {
                int level = (line * postcodes + postcode) * towns + towns - 1;
                assertThat(place.match(level) / place.chance(level) * (1 + ROUNDING)).as("line %d postcode %d, seed %d", line, postcode, seed)
                        .isGreaterThanOrEqualTo(place.match(level + towns) / place.chance(level + towns));
            }
        }
    }

    /** Which level is full difference: for names some of another kind come after it. */
    private static int different(int comparison, Levels levels) {
        boolean isName = comparison == PairLevels.FORENAME || comparison == PairLevels.SURNAME;
        return isName ? NameLevel.DIFFERENT.ordinal() : levels.size() - 2;
    }
}
