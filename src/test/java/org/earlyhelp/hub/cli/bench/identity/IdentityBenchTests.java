package org.earlyhelp.hub.cli.bench.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench measures what it says it does; how long that takes is nobody's business here. */
class IdentityBenchTests {
    @TempDir
    private Path folder;
    private final List<String> said = new ArrayList<>();

    @Test
    void fillsDecidesReadsAndStores() throws Exception {
        new IdentityBench(300, 400, said::add).run(folder);

        assertThat(said).hasSize(8);
        assertThat(said.get(0)).matches("index filled, 30[0-9] people .* bytes a person .*");
        assertThat(said.get(3)).contains("joined", "fresh", "candidates a mention");
        assertThat(said.get(5)).startsWith("index rebuilt from the database, 30");
        assertThat(said.get(7)).contains(" a second of 20;");
    }

    @Test
    void makesTheSameHouseholdOfANumber() {
        assertThat(Household.of(7).record()).isEqualTo(Household.of(7).record()).isNotEqualTo(Household.of(8).record());
        assertThat(Household.of(7).members()).hasSizeBetween(2, Household.MOST_MEMBERS);
    }
}
