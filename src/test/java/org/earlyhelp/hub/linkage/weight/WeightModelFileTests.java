package org.earlyhelp.hub.linkage.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.linkage.weight.WeightModel.Comparison;
import org.earlyhelp.hub.linkage.weight.WeightModel.Level;
import org.junit.jupiter.api.Test;

class WeightModelFileTests {
    private static final Level SILENT = new Level("NOT_STATED", 1, 1, 1);

    private static WeightModel model(double share, double lift, Map<String, Double> forenames, Level... sexes) {
        return new WeightModel(LocalDate.EPOCH, "a test", 10, 5, share, 0.01, 0.001, lift, List.of(new Comparison(Aspect.SEX, List.of(sexes))), forenames, Map.of(),
                Map.of("one", Map.of(Aspect.SEX, List.of(0.9, 0.1, 1.0))));
    }

    private static WeightModel sound() {
        return model(0.01, 5, Map.of("ADA", 0.02), new Level("EXACT", 0.99, 0.5, 0.5), new Level("DIFFERENT", 0.01, 0.5, 0.5), SILENT);
    }

    @Test
    void readsWhatItWrites() {
        assertThat(WeightModelFile.read(WeightModelFile.write(sound()))).isEqualTo(sound());
        assertThat(WeightModelFile.faults(sound())).isEmpty();
    }

    @Test
    void listsAllFaultsAtOnce() {
        WeightModel broken = model(0.995, 0, Map.of("SECRETNAME", 1.5), new Level("EXACT", 0.5, 0, 0.5), new Level("DIFFERENT", 0.1, 0.5, 2), SILENT);

        assertThat(WeightModelFile.faults(broken)).containsExactly("matchShare and householdShare are 1.005 together, expected below 1",
                "nameLift is 0.0, expected above 0", "the share of a forename is not between 0 and 1",
                "SEX EXACT household is 0.0, expected above 0 and at most 1", "SEX DIFFERENT chance is 2.0, expected above 0 and at most 1",
                "SEX: the match probabilities of the stated levels add up to 0.6, expected 1");
        assertThatThrownBy(() -> WeightModelFile.read(WeightModelFile.write(broken))).hasMessageContaining("nameLift").hasMessageContaining("SEX DIFFERENT")
                .hasMessageNotContaining("SECRETNAME");
    }

    @Test
    void refusesSharesOutOfBounds() {
        assertThat(WeightModelFile.faults(model(0, 1, Map.of(), SILENT))).anyMatch(fault -> fault.startsWith("matchShare is 0.0"));
        assertThat(WeightModelFile.faults(model(Double.NaN, 1, Map.of(), SILENT))).anyMatch(fault -> fault.startsWith("matchShare is NaN"));
        assertThat(WeightModelFile.faults(model(0.1, 1, Map.of()))).contains("SEX has no levels");
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> WeightModelFile.read("[]")).hasMessageStartingWith("is no model of weights");
        assertThatThrownBy(() -> WeightModelFile.read("")).hasMessageStartingWith("is no model of weights");
        assertThatThrownBy(() -> WeightModelFile.read(WeightModelFile.write(sound()).replace("\"people\"", "\"persons\""))).hasMessageStartingWith("is no model of weights");
    }
}
