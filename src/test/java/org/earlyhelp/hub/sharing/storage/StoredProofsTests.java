package org.earlyhelp.hub.sharing.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.earlyhelp.hub.sharing.EntryProof;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.sharing.LogProofs;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredProofsTests {
    @TempDir
    private Path folder;
    private LogHub hub;
    private LogProofs proofs;
    private String entry;

    @BeforeEach
    void sixHundredEntries() {
        hub = new LogHub(TestDatabase.fresh(), folder).with(600);
        proofs = new StoredProofs(hub.jdbc, hub.tables, hub.keys, hub.seal);
        entry = hub.sql.sql("SELECT id FROM sharing_entry WHERE person = 'P-000300'").query(String.class).single();
    }

    @Test
    void provesThatAnEntryStandsInTheLog() {
        EntryProof proof = proofs.of(entry).orElseThrow();

        assertThat(proof.holds()).isTrue();
        assertThat(proof.proof().index()).isEqualTo(300);
        assertThat(proof.proof().size()).isEqualTo(600);
        assertThat(proof.checkpoint()).startsWith("early-help-hub/test/1\n600\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE sharing_entry SET salt = sha256('x') WHERE person = 'P-000300'", "UPDATE sharing_leaf SET commitment = sha256('x') WHERE leaf = 300",
        "UPDATE sharing_tile SET hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) WHERE level = 0 AND number = 1", "DELETE FROM sharing_tile",
        "UPDATE sharing_checkpoint SET note = replace(note, '600', '601')", "UPDATE sharing_entry SET sealed = sealed || '\\x00' WHERE person = 'P-000300'"})
    void saysWhenAProofDoesNotHold(String edit) {
        hub.jdbc.update(edit);

        assertThat(proofs.of(entry).orElseThrow().holds()).isFalse();
    }

    @Test
    void provesEveryPlaceOfTreesOfSeveralLevels() {
        hub.received(IntStream.range(0, 65_000).mapToObj(i -> "P-MANY").toArray(String[]::new));
        hub.sequencer.sequence();

        List<String> ids = hub.sql.sql("SELECT id FROM sharing_entry JOIN sharing_leaf USING (ordinal) WHERE leaf IN (0, 255, 256, 65279, 65280, 65535, 65536, 65599) ORDER BY leaf")
                .query(String.class).list();
        assertThat(ids).hasSizeGreaterThan(5).allMatch(id -> proofs.of(id).orElseThrow().holds());
    }

    @Test
    void provesAnErasedEntryToo() {
        hub.eraser.erase(Set.of("P-000300"), "request", List.of("ig"));

        assertThat(proofs.of(entry).orElseThrow().holds()).isTrue();
    }

    @Test
    void hasNoProofOfWhatWaitsOrIsNotThere() {
        String waiting = hub.received("P-WAITS").get(0);

        assertThat(proofs.of(waiting)).isEmpty();
        assertThat(proofs.of("unheard of")).isEmpty();
    }
}
