package org.earlyhelp.hub.linkage.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.earlyhelp.hub.linkage.DescriptionMaker.aChild;

import java.util.List;
import java.util.Locale;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.FirstFormModel;
import org.earlyhelp.hub.linkage.WeightPart;
import org.earlyhelp.hub.person.Sex;
import org.junit.jupiter.api.Test;

class ExplanationTests {
    private final LearnedModel model = new LearnedModel(ModelSource.shipped());
    private final Description child = aChild().with(it -> it.sex(Sex.F).phone("01632 960001")).make();
    private final Description moved = aChild().at("9 Far Lane", "ZZ98 7AB").make();

    @Test
    void goesThroughAllAspectsInOrder() {
        assertThat(model.explain(child, moved)).extracting(WeightPart::aspect).containsExactly("before comparing", "forename", "surname", WeightPart.PLACE,
                "date of birth", "sex", "telephone", "age", "unverified number", "parents named", "all taken together");
    }

    @Test
    void addsUpToTheWeight() {
        List<WeightPart> parts = model.explain(child, moved);
        double sum = parts.stream().limit(parts.size() - 1).mapToDouble(WeightPart::bits).sum();

        assertThat(parts.get(parts.size() - 1).bits()).isEqualTo(model.weight(child, List.of(moved))).isCloseTo(sum, within(1e-9));
    }

    @Test
    void saysInWordsHowSureItIs() {
        assertThat(last(model.explain(child, child))).isEqualTo("almost sure that they are one person");
        assertThat(last(model.explain(child, aChild().named("Lowe", "Ada").born("2011-12-30").make()))).isEqualTo("almost sure that they are two people");
    }

    @Test
    void addsNothingForWhatIsNotStated() {
        assertThat(model.explain(child, moved)).filteredOn(part -> part.words().startsWith("not stated")).hasSize(5).allMatch(part -> part.bits() == 0);
    }

    @Test
    void holdsNoValue() {
        String all = (model.explain(child, child).toString() + model.explain(child, moved)).toLowerCase(Locale.ROOT);

        assertThat(all).doesNotContain("okafor", "chidi", "2019", "test row", "testrow", "zz99", "zz98", "far lane", "960001", "police");
    }

    @Test
    void isEmptyWithoutWeights() {
        assertThat(new FirstFormModel().explain(child, moved)).isEmpty();
    }

    private static String last(List<WeightPart> parts) {
        return parts.get(parts.size() - 1).words();
    }
}
