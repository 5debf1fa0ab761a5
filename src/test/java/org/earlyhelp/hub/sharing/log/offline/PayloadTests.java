package org.earlyhelp.hub.sharing.log.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verification makes of payloads that are there, changed or gone. */
class PayloadTests {
    private static final long SEED = 5;

    @TempDir
    private Path home;

    @Test
    void anEntryMayOnlyBeErasedByALaterOne() throws IOException {
        MemoryLog early = new MemoryLog(SEED).grown(5, 100).append(Map.of("kind", "ERASED", "detail", Map.of("indexes", "7"))).grown(5, 100).forget(7L).checkpointed();
        assertThat(badIndex(early)).isEqualTo(7);
        MemoryLog another = new MemoryLog(SEED).grown(5, 100).forget(2L).append(Map.of("kind", "VIEWED", "detail", Map.of("indexes", "2"))).checkpointed();
        assertThat(badIndex(another)).isEqualTo(2);
        MemoryLog within = new MemoryLog(SEED).grown(5, 100).forget(2L).append(Map.of("kind", "VIEWED", "detail", Map.of("kind", "ERASED", "indexes", "2"))).checkpointed();
        assertThat(badIndex(within)).isEqualTo(2);
        MemoryLog itself = new MemoryLog(SEED).grown(5, 100).erase(2L).forget(5L).checkpointed();
        assertThat(badIndex(itself)).isEqualTo(2);
    }

    @Test
    void countsWhatIsSaidToBeErasedAndIsStillThere() throws IOException {
        MemoryLog log = new MemoryLog(SEED).grown(5, 100).append(Map.of("kind", "ERASED", "detail", Map.of("indexes", "1-3"))).forget(1L).checkpointed();
        assertThat(verdict(log)).isInstanceOfSatisfying(Verdict.Sound.class, sound -> {
            assertThat(sound.erased()).isEqualTo(1);
            assertThat(sound.unerased()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"b\":1,\"a\":2}", "{\"a\": 1}", "{\"a\":1.0}", "[1]", "no json", "", "{\"a\":1,\"a\":1}", "{\"a\":\"\\u0041\"}"})
    void refusesAPayloadThatIsNotCanonical(String payload) throws IOException {
        assertThat(badIndex(new MemoryLog(SEED).grown(3, 100).appendRaw(payload).checkpointed())).isEqualTo(3);
    }

    @Test
    void refusesAPayloadThatIsNestedWithoutEnd() throws IOException {
        assertThat(badIndex(new MemoryLog(SEED).grown(3, 100).appendRaw("{\"a\":" + "[".repeat(200_000)).checkpointed())).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,3", "1-", "-1", "1,,2", "1 2", "3-2", "1-2,2", "x", "", "99999999999999999999"})
    void refusesAnErasedEntryThatNamesItsIndexesOtherwise(String indexes) throws IOException {
        assertThat(badIndex(new MemoryLog(SEED).grown(3, 100).append(Map.of("kind", "ERASED", "detail", Map.of("indexes", indexes))).checkpointed())).isEqualTo(3);
    }

    private Long badIndex(MemoryLog log) throws IOException {
        return verdict(log) instanceof Verdict.Bad bad ? bad.fault().index() : null;
    }

    private Verdict verdict(MemoryLog log) throws IOException {
        Path folder = Files.createTempDirectory(home, "log");
        LogExport.write(log, folder, true);
        return LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder());
    }
}
