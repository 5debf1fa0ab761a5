package org.earlyhelp.hub.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.earlyhelp.hub.person.Sex;
import org.junit.jupiter.api.Test;

class NameTests {
    private static final int DRAWS = 20_000;
    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void firstNamesAreMoreFrequentThanLast() {
        Map<String, Long> drawn = IntStream.range(0, DRAWS).mapToObj(i -> new NameList(List.of("Smith", "Jones", "Marlow"), 1).draw(random))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(drawn.get("Smith")).isBetween(8_900L, 9_600L);
        assertThat(drawn.get("Jones")).isBetween(5_800L, 6_500L);
        assertThat(drawn.get("Marlow")).isBetween(4_300L, 4_950L);
    }

    @Test
    void everyOriginHasManyNames() {
        assertThat(NameBook.ORIGINS.pools()).hasSize(9).allSatisfy(pool -> {
            assertThat(different(draw -> pool.surname(random))).isGreaterThanOrEqualTo(25);
            assertThat(different(draw -> pool.forename(Sex.F, random))).isGreaterThanOrEqualTo(20);
            assertThat(different(draw -> pool.forename(Sex.M, random))).isGreaterThanOrEqualTo(20);
        });
        NamePool british = NameBook.ORIGINS.pools().get(0);
        assertThat(different(draw -> british.surname(random))).isGreaterThan(500);
        assertThat(different(draw -> british.forename(Sex.F, random))).isGreaterThanOrEqualTo(60);
    }

    @Test
    void aNameLikeAnotherBeginsLikeIt() {
        NameList names = new NameList(List.of("Ella", "Evie", "Orla"), 0);
        assertThat(names.drawLike("Ella", random)).isEqualTo("Evie");
        assertThat(names.drawLike("Orla", random)).isEqualTo("Orla");
    }

    @Test
    void doubleBarrelledNamesAreCutOrUnhyphened() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> Spellings.unhyphened("Smith-Patel", random, true))).containsOnly("Smith", "Patel", "Smith Patel");
        assertThat(Spellings.unhyphened("Smith-Patel", random, false)).isEqualTo("Smith-Patel");
        assertThat(Spellings.unhyphened("Smith", random, true)).isEqualTo("Smith");
    }

    @Test
    void namesAreSpeltAsOthersSpellThem() {
        assertThat(IntStream.range(0, 200).mapToObj(i -> Spellings.variant("Mohammed", random))).containsOnly("Muhammad", "Mohammad", "Mohamed");
        assertThat(IntStream.range(0, 200).mapToObj(i -> Spellings.misspelt("Hussain", random))).contains("Hussein", "Husain").doesNotContain("Hussain");
    }

    private static int different(Function<Integer, String> draw) {
        return (int) IntStream.range(0, DRAWS).boxed().map(draw).distinct().count();
    }
}
