package org.earlyhelp.hub.linkage.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.DescriptionMaker;
import org.earlyhelp.hub.linkage.weight.WeightModel;
import org.earlyhelp.hub.linkage.weight.WeightModelFile;
import org.junit.jupiter.api.Test;

class ModelTrainingTests {
    private static final int LEAST = WeightModel.LEAST_BEARERS;

    private static List<Description> children(int count, String surname, String forename) {
        List<Description> children = new ArrayList<>();
        for (int child = 0; child < count; child++) {
            children.add(DescriptionMaker.aChild().named(surname, forename).born(LocalDate.of(2005, 1, 1).plusDays(child * 397L).toString())
                    .at(child + " " + surname + " " + forename + " Road", "ZZ99 3VZ").make());
        }
        return children;
    }

    private static WeightModel learn(List<Description> said) {
        return ModelTraining.learn(said, LocalDate.of(2026, 11, 23), "a test");
    }

    @Test
    void namesWhatTenPeopleBearAndNoNameOfFewer() {
        List<Description> said = new ArrayList<>(children(LEAST, "Common", "Olivia"));
        said.addAll(children(LEAST - 1, "Seldom", "Xanthippe"));
        WeightModel model = learn(said);

        assertThat(model.people()).isEqualTo(2 * LEAST - 1);
        assertThat(model.forenames()).containsOnlyKeys("OLIVIA");
        assertThat(model.surnames()).containsOnlyKeys("COMMON");
        assertThat(WeightModelFile.write(model)).doesNotContainIgnoringCase("Seldom").doesNotContainIgnoringCase("Xanthippe");
    }

    @Test
    void learnsAModelThatCanBeUsedWhateverTheData() {
        for (List<Description> said : List.of(List.<Description>of(), children(1, "Okafor", "Chidi"), children(2, "Okafor", "Chidi"))) {
            WeightModel model = learn(said);
            assertThat(WeightModelFile.read(WeightModelFile.write(model))).isEqualTo(model);
            assertThat(new LearnedModel(model)).isNotNull();
        }
    }

    @Test
    void learnsNothingFromTheUnbornAndTheUnknown() {
        List<Description> said = new ArrayList<>(children(LEAST, "Common", "Olivia"));
        said.add(DescriptionMaker.aChild().born(null).with(it -> it.expectedDate(LocalDate.of(2027, 1, 1))).make());
        said.add(DescriptionMaker.aChild().with(it -> it.identityUnknown(true)).make());

        assertThat(learn(said).records()).isEqualTo(LEAST);
    }
}
