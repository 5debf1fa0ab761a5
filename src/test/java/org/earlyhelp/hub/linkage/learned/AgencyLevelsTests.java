package org.earlyhelp.hub.linkage.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.DescriptionMaker;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.WeightModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two agencies that know every child, a third that was heard of three times, and one child of whom much is said. */
class AgencyLevelsTests {
    private static final int CHILDREN = 700;
    private static WeightModel model;

    @BeforeAll
    static void learn() {
        Random random = new Random(11);
        List<Description> said = new ArrayList<>();
        for (int child = 0; child < CHILDREN; child++) {
            String forename = word(random);
            String surname = word(random);
            String born = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(6_000)).toString();
            String line = 1 + random.nextInt(200) + " " + word(random) + " Road";
            for (String agency : child == 0 ? Collections.nCopies(3 * WeightModel.LEAST_BEARERS, "one") : child <= 3 ? List.of("one", "two", "seldom") : List.of("one", "two")) {
                said.add(DescriptionMaker.aChild().by(agency).named(surname, child % 5 == 0 && agency.equals("two") ? forename + "x" : forename).born(born)
                        .at(line, "ZZ99 3V" + (char) ('A' + child % 20)).make());
            }
        }
        model = ModelTraining.learn(said, LocalDate.EPOCH, "a test");
    }

    @Test
    void drawsAnAgencyOfFewPairsToTheCommonLevels() {
        for (Aspect aspect : List.of(Aspect.FORENAME, Aspect.SURNAME, Aspect.BIRTH)) {
            assertThat(model.agencies().get("seldom").get(aspect).get(0)).as("%s", aspect).isCloseTo(common(aspect), within(0.01));
        }
    }

    @Test
    void movesAnAgencyOfManyPairsToItsOwn() {
        assertThat(model.agencies().get("one").get(Aspect.SURNAME).get(0)).isGreaterThan(0.99).isGreaterThanOrEqualTo(common(Aspect.SURNAME));
    }

    @Test
    void givesNoAgencyItsOwnPlaces() {
        assertThat(model.agencies().values()).allSatisfy(own -> assertThat(own).doesNotContainKey(Aspect.PLACE));
    }

    @Test
    void countsAChildOfManyRecordsOnceAndSoNamesNobody() {
        assertThat(model.people()).isBetween(CHILDREN * 95L / 100, CHILDREN * 105L / 100);
        assertThat(model.forenames()).isEmpty();
        assertThat(model.surnames()).isEmpty();
    }

    private static double common(Aspect aspect) {
        return model.comparisons().stream().filter(it -> it.aspect() == aspect).findFirst().orElseThrow().levels().get(0).match();
    }

    private static String word(Random random) {
        return random.ints(8, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
