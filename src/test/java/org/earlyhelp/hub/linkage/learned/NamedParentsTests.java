package org.earlyhelp.hub.linkage.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.earlyhelp.hub.linkage.DescriptionMaker.aCarer;
import static org.earlyhelp.hub.linkage.DescriptionMaker.aChild;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.linkage.Decision.Join;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.DescriptionMaker;
import org.earlyhelp.hub.linkage.WeightPart;
import org.earlyhelp.hub.linkage.compare.ParentLevel;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.WeightModel;
import org.earlyhelp.hub.linkage.weight.WeightModel.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parents whom two children's records name: one name tells a family from strangers, and nothing tells within a family. */
class NamedParentsTests {
    private static final LearnedModel MODEL = new LearnedModel(ModelSource.shipped());

    private static DescriptionMaker ofNgozi() {
        return aChild().withParent("Okafor", "Ngozi");
    }

    private static ParentLevel compare(DescriptionMaker one, DescriptionMaker other) {
        ParentLevel level = NamedParents.compare(one.make(), other.make());
        assertThat(NamedParents.compare(other.make(), one.make())).isEqualTo(level);
        return level;
    }

    private static double weight(DescriptionMaker one, DescriptionMaker other) {
        double weight = MODEL.weight(one.make(), List.of(other.make()));
        assertThat(MODEL.weight(other.make(), List.of(one.make()))).isEqualTo(weight);
        return weight;
    }

    private static DescriptionMaker moved() {
        return aChild().born(null).at("9 Far Lane", "ZZ98 7AB");
    }

    @ParameterizedTest
    @CsvSource({"Okafor, Ngozi, SAME_PARENT", "OKAFOR, ngozi, SAME_PARENT", "Okaphor, Ngozzi, SAME_PARENT", "Okafor, Ngozi Ada, SAME_PARENT",
            "Okafor, Emeka, OTHER_PARENT", "Lowe, Ngozi, OTHER_PARENT", "Ngozi, Okafor, OTHER_PARENT"})
    void comparesFullNamesBySound(String surname, String forename, ParentLevel level) {
        assertThat(compare(ofNgozi(), aChild().withParent(surname, forename))).isEqualTo(level);
    }

    @Test
    void findsOneParentAmongTwo() {
        assertThat(compare(ofNgozi().withParent("Okafor", "Emeka"), aChild().withParent("Lowe", "Ada").withParent("Okafor", "Emeka"))).isEqualTo(ParentLevel.SAME_PARENT);
    }

    @Test
    void hearsNothingWhereOneNamesNone() {
        assertThat(compare(ofNgozi(), aChild())).isNull();
        assertThat(compare(ofNgozi(), aChild().withParent("Okafor", null))).as("half a name").isNull();
        assertThat(compare(ofNgozi(), aChild().withParent("Unknown", "Ngozi"))).as("no name").isNull();
        assertThat(compare(aChild().withParent(null, "..."), aChild().withParent(null, "..."))).as("only punctuation").isNull();
    }

    @Test
    void keepsParentsOfBornChildrenOnly() {
        assertThat(aCarer().withParent("Okafor", "Grace").make().parents()).isEmpty();
        assertThat(aChild().born(null).with(it -> it.expectedDate(LocalDate.of(2027, 1, 1))).withParent("Okafor", "Ngozi").make().parents()).isEmpty();
    }

    @Test
    void keepsFourNamesInSixteenBits() {
        DescriptionMaker child = aChild();
        List.of("Ada", "Grace", "Ngozi", "Emeka", "Tunde", "Bola").forEach(forename -> child.withParent("Okafor", forename));

        assertThat(child.make().parents()).hasSize(4).allMatch(it -> it >= 0 && it <= 0xffff);
    }

    @Test
    void addsWeightForAParentOfOneName() {
        assertThat(weight(moved().withParent("Okafor", "Ngozi"), ofNgozi())).isGreaterThan(weight(moved(), ofNgozi()) + 1);
    }

    @Test
    void saysNothingOfOtherParents() {
        assertThat(weight(moved().withParent("Okafor", "Emeka"), ofNgozi())).isCloseTo(weight(moved(), ofNgozi()), within(0.001));
    }

    @Test
    void tellsNoBrotherFromAChild() {
        DescriptionMaker brother = ofNgozi().named("Okafor", "Emeka").born("2016-04-03");
        DescriptionMaker ofNobody = aChild().named("Okafor", "Emeka").born("2016-04-03");

        assertThat(weight(brother, ofNgozi())).isLessThan(weight(ofNobody, ofNgozi()) + 1);
        assertThat(MODEL.decide(brother.make(), List.of(ofNgozi().make()))).isNotInstanceOf(Join.class);
    }

    @ParameterizedTest
    @CsvSource({"Jayden, Kayden", "Ava, Eva", "Chidi, Ada", "Ellie, Millie"})
    void neverJoinsTwinsOfOneParent(String one, String other) {
        Description first = ofNgozi().named("Okafor", one).with(it -> it.phone("01632 960001")).make();
        Description second = ofNgozi().named("Okafor", other).with(it -> it.phone("01632 960001")).make();

        assertThat(MODEL.decide(second, List.of(first))).isNotInstanceOf(Join.class);
    }

    @Test
    void explainsInPlainWordsWithoutANameOfAParent() {
        List<WeightPart> parts = MODEL.explain(ofNgozi().make(), ofNgozi().make());

        assertThat(parts).extracting(WeightPart::words).contains("a parent or carer of one name");
        assertThat(MODEL.explain(ofNgozi().make(), aChild().withParent("Lowe", "Ada").make())).filteredOn(part -> part.aspect().equals("parents named"))
                .allMatch(part -> Math.abs(part.bits()) < 0.001).extracting(WeightPart::words).containsExactly("parents or carers of other names, which says nothing");
        assertThat(parts.toString()).doesNotContainIgnoringCase("Ngozi");
    }

    @Test
    void learnsWhatFamiliesShareAndNothingOfOtherParents() {
        List<Description> said = new ArrayList<>();
        for (int child = 0; child < 400; child++) {
            String surname = "Family" + (char) ('a' + child % 20) + (char) ('a' + child / 20);
            for (String parent : List.of("Ngozi", "Ngozi", child % 4 == 0 ? "Emeka" : "Ngozi")) {
                said.add(aChild().named(surname, "Child" + (char) ('a' + child % 7)).born(LocalDate.of(2010, 1, 1).plusDays(child * 13L).toString())
                        .at(child + " Test Road", "ZZ99 3VZ").withParent(surname, parent).make());
            }
        }
        List<Level> levels = parents(ModelTraining.learn(said, LocalDate.EPOCH, "a test"));

        assertThat(levels.get(0).match()).isBetween(0.7, 0.95).isGreaterThanOrEqualTo(levels.get(0).household()).isGreaterThan(10 * levels.get(0).chance());
        assertThat(levels.get(1).match()).isEqualTo(levels.get(1).household()).isEqualTo(levels.get(1).chance());
    }

    private static List<Level> parents(WeightModel model) {
        return model.comparisons().stream().filter(it -> it.aspect() == Aspect.PARENTS).findFirst().orElseThrow().levels();
    }
}
