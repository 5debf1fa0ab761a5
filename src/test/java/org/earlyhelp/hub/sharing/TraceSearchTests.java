package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.earlyhelp.hub.sharing.erasure.TraceSearch;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSearchTests {
    private final TraceSearch search = new TraceSearch(new Traces(List.of("P-7Q2MXA"), List.of("9991639853", "H999400116030"), List.of(new Traces.Name("Ferreira", "Inês"))));

    @ParameterizedTest
    @ValueSource(strings = {"about p-7q2mxa,", "PID|1||9991639853^^^NHS", "h999400116030", "FERREIRA^INêS", "{\"forenames\": \"Inês\", \"surname\": \"Ferreira\"}"})
    void findsHerInAnyFormat(String text) {
        assertThat(search.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ferreira, Marta", "Inês, Costa", "999163985", "P-7Q2MX", ""})
    void leavesOthersAlone(String text) {
        assertThat(search.isIn(text)).isFalse();
    }

    @Test
    void doesNotJoinNamesOfDistantRecords() {
        assertThat(search.isIn("Ferreira, Marta" + " ".repeat(2_000) + "Costa, Inês")).isFalse();
    }

    @Test
    void findsHerAcrossBlocksOfALongFile() throws IOException {
        for (int before : new int[] {256 * 1024 - 5, 256 * 1024, 512 * 1024 - 3}) {
            byte[] content = ("x".repeat(before) + "9991639853").getBytes(StandardCharsets.UTF_8);
            assertThat(search.isIn(new ByteArrayInputStream(content))).as("%d", before).isTrue();
        }
        assertThat(search.isIn(new ByteArrayInputStream("x".repeat(600_000).getBytes(StandardCharsets.UTF_8)))).isFalse();
    }

    @Test
    void takesAForenameForHerInWordsOfHerFamilyOnly() {
        assertThat(search.isIn("Inês hid behind the door")).isFalse();
        assertThat(search.isInWordsOfFamily("Inês hid behind the door")).isTrue();
    }
}
