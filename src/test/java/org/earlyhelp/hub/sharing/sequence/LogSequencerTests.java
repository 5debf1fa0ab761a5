package org.earlyhelp.hub.sharing.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.sharing.LogState.Standing;
import org.earlyhelp.hub.sharing.log.ConsistencyProof;
import org.earlyhelp.hub.sharing.log.InclusionProof;
import org.earlyhelp.hub.sharing.log.Leaf;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.Tile;
import org.earlyhelp.hub.sharing.log.TileHashes;
import org.earlyhelp.hub.sharing.log.TileIndex;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSequencerTests {
    @TempDir
    private Path folder;
    private final DataSource database = TestDatabase.fresh();

    @Test
    void provesEveryEntryUnderTheSignedRoot() {
        LogHub hub = hub().with(700);
        hub.with(13);

        SignedCheckpoint newest = newest(hub);
        assertThat(newest.size()).isEqualTo(713);
        TileHashes hashes = hashes(hub, 713);
        assertThat(leaves(hub, 713)).hasSize(713).allMatch(leaf -> InclusionProof.make(leaf.index(), 713, hashes).proves(leaf.commitment().leafHash(), newest.checkpoint().root()));
    }

    @Test
    void givesNoPlaceTwiceAndLeavesNoGap() {
        LogHub hub = hub();
        IntStream.range(0, 5).forEach(round -> hub.with(3));

        List<Long> places = hub.sql.sql("SELECT leaf FROM sharing_entry JOIN sharing_leaf USING (ordinal) ORDER BY ordinal").query(Long.class).list();

        assertThat(places).isEqualTo(LongStream.range(0, 15).boxed().toList());
        assertThat(hub.sql.sql("SELECT count(*) FROM sharing_pending").query(Long.class).single()).isZero();
    }

    @Test
    void takesMoreThanOneRoundOfEntries() {
        LogHub hub = hub();
        hub.received(IntStream.range(0, LogRound.ENTRY_LIMIT + 1).mapToObj(i -> "P-" + i).toArray(String[]::new));

        assertThat(hub.sequencer.sequence()).isEqualTo(LogRound.ENTRY_LIMIT + 1);
        assertThat(hub.sql.sql("SELECT size FROM sharing_checkpoint ORDER BY size").query(Long.class).list()).containsExactly(5_000L, 5_001L);
    }

    @Test
    void signsNothingWhileNothingWaits() {
        LogHub hub = hub().with(2);

        assertThat(hub.sequencer.sequence()).isZero();
        assertThat(hub.sql.sql("SELECT count(*) FROM sharing_checkpoint").query(Long.class).single()).isOne();
    }

    @Test
    void leavesOutWhatWasRolledBack() {
        LogHub hub = hub();
        hub.transaction.executeWithoutResult(status -> {
            hub.desk.note(List.of(LogHub.act("P-AAAAAA")));
            status.setRollbackOnly();
        });

        assertThat(hub.sequencer.sequence()).isZero();
    }

    @Test
    void goesOnAfterARestart() {
        hub().with(300);

        LogHub next = hub().with(5);

        assertThat(newest(next).size()).isEqualTo(305);
        assertThat(next.status.state().standing()).isEqualTo(Standing.SIGNING);
    }

    @Test
    void doesNotForkWithTwoHubsOnOneDatabase() {
        LogHub one = hub();
        LogHub other = hub();
        IntStream.range(0, 6).forEach(turn -> (turn % 2 == 0 ? one : other).with(100 + turn));

        List<SignedCheckpoint> all = checkpoints(one);
        TileHashes hashes = hashes(one, 615);
        assertThat(all).extracting(SignedCheckpoint::size).containsExactly(100L, 201L, 303L, 406L, 510L, 615L);
        assertThat(all).allMatch(old -> old.size() == 615 || ConsistencyProof.make(old.size(), 615, hashes)
                .proves(old.checkpoint().root(), newest(one).checkpoint().root()));
    }

    @Test
    void looksOnWhileAnotherHubHasItsTurn() {
        LogHub one = hub();
        LogHub other = hub().with(1);
        one.received("P-AAAAAA");

        one.transaction.executeWithoutResult(holding -> {
            assertThat(one.tables.takesTurn()).isTrue();
            assertThat(other.sequencer.sequence()).isZero();
        });

        assertThat(other.sequencer.sequence()).isOne();
    }

    @Test
    void stopsWhenAnOlderDatabaseWasRestored() {
        LogHub hub = hub().with(10);
        hub.with(5);
        hub.jdbc.batchUpdate("DELETE FROM sharing_leaf WHERE leaf >= 10", "DELETE FROM sharing_checkpoint WHERE size > 10",
                "UPDATE sharing_tile SET hashes = substring(hashes FROM 1 FOR 320)");

        assertThatThrownBy(() -> hub().sequencer.sequence()).isInstanceOf(LogStopped.class)
                .hasMessageContaining("ends after 10 entries, but 15 were signed").hasMessageContaining("entries 10 to 14 are missing");
        assertThatThrownBy(hub.sequencer::sequence).as("the hub that runs meanwhile").isInstanceOf(LogStopped.class).hasMessageContaining("gone back");
    }

    @Test
    void stopsWhenTheDatabaseIsEmptyAndTheKeysAreNot() {
        hub().with(10);
        LogHub other = new LogHub(TestDatabase.fresh(), folder);

        assertThatThrownBy(other.sequencer::sequence).isInstanceOf(LogStopped.class).hasMessageContaining("ends after 0 entries");
        assertThat(other.status.state().isStopped()).isTrue();
        other.received("P-AAAAAA");
        assertThat(other.status.state().pending()).as("entries go on being kept").isOne();
    }

    @Test
    void stopsWhenAnEntryWasExchanged() {
        hub().with(10).jdbc.update("UPDATE sharing_leaf SET commitment = sha256('other') WHERE leaf = 4");

        assertThatThrownBy(() -> hub().sequencer.sequence()).isInstanceOf(LogStopped.class).hasMessageContaining("not those that were signed");
    }

    @Test
    void stopsWhenAnEntryIsMissing() {
        hub().with(10).jdbc.update("DELETE FROM sharing_leaf WHERE leaf = 4");

        assertThatThrownBy(() -> hub().sequencer.sequence()).isInstanceOf(LogStopped.class).hasMessageContaining("Entry 4 of the log is missing");
    }

    @Test
    void stopsWhenACheckpointIsNotOurs() {
        hub().with(10).jdbc.update("UPDATE sharing_checkpoint SET root = sha256('other')");

        assertThatThrownBy(() -> hub().sequencer.sequence()).isInstanceOf(LogStopped.class).hasMessageContaining("its row was changed");
    }

    @Test
    void keepsTheLastCheckpointOutside() throws Exception {
        LogHub hub = hub().with(3);

        assertThat(Files.readString(folder.resolve("keys/last-checkpoint"))).isEqualTo(hub.log().checkpoint().orElseThrow());
    }

    private LogHub hub() {
        return new LogHub(database, folder);
    }

    private static List<Leaf> leaves(LogHub hub, long size) {
        List<Leaf> all = new ArrayList<>();
        hub.log().leaves(0, size, true, all::add);
        assertThat(all).allMatch(leaf -> leaf.opening().orElseThrow().opens(leaf.commitment()));
        return all;
    }

    private static List<SignedCheckpoint> checkpoints(LogHub hub) {
        List<SignedCheckpoint> all = new ArrayList<>();
        hub.log().checkpoints(note -> all.add(SignedCheckpoint.open(note.getBytes(java.nio.charset.StandardCharsets.UTF_8), hub.log().keys()).orThrow()));
        return all;
    }

    private static SignedCheckpoint newest(LogHub hub) {
        List<SignedCheckpoint> all = checkpoints(hub);
        return all.get(all.size() - 1);
    }

    private static TileHashes hashes(LogHub hub, long size) {
        Map<TileIndex, Tile> read = new HashMap<>();
        return new TileHashes(size, index -> read.computeIfAbsent(index, any -> Tile.of(index, hub.log().tile(index).orElseThrow()).orThrow()));
    }
}
