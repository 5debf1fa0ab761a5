package org.earlyhelp.hub.sharing.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.seal.Unsealed;
import org.earlyhelp.hub.sharing.DeclaredOrigin;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was put back, and two people who have its log go on. */
class NewOriginTests {
    private static final String BACK = "DELETE FROM sharing_leaf WHERE leaf >= 7; DELETE FROM sharing_checkpoint WHERE size > 7; DELETE FROM sharing_entry WHERE ordinal > 7; "
            + "UPDATE sharing_tile SET hashes = substring(hashes FROM 1 FOR 7 * 32) WHERE level = 0";
    private final DataSource database = TestDatabase.fresh();
    @TempDir
    private Path folder;

    /** Ten entries were signed, and the database holds seven of them. */
    private LogHub putBack() {
        new LogHub(database, folder).with(7).with(3).jdbc.execute(BACK);
        LogHub hub = new LogHub(database, folder);
        assertThatThrownBy(hub.sequencer::sequence).isInstanceOf(LogBehind.class).hasMessageContaining("entries 7 to 9 are missing");
        return hub;
    }

    private static String declared(LogHub hub) {
        assertThat(hub.newOrigin.declare("ig-one", "The disk failed; Sunday's backup was restored.")).isTrue();
        return hub.newOrigin.waiting().map(DeclaredOrigin::origin).orElseThrow();
    }

    private static Checkpoint newest(LogHub hub) {
        return SignedCheckpoint.open(hub.log().checkpoint().orElseThrow().getBytes(StandardCharsets.UTF_8), hub.log().keys()).orThrow().checkpoint();
    }

    @Test
    void goesOnUnderANewNameThatNamesWhatIsLost() {
        LogHub hub = putBack();
        String origin = declared(hub);
        assertThat(hub.newOrigin.confirm("ig-two", origin)).isTrue();
        hub.sequencer.stop();
        hub.sequencer.sequence();

        assertThat(newest(hub)).extracting(Checkpoint::origin, Checkpoint::size).containsExactly(origin, 8L);
        assertThat(said(hub)).contains("\"lostFrom\":\"7\",\"lostTo\":\"9\"", "\"previousOrigin\":\"early-help-hub/test/1\"", "\"signedSize\":\"10\"", "\"declaredBy\":\"ig-one\"", "\"confirmedBy\":\"ig-two\"");
        assertThat(hub.check.check(true).faults()).isEmpty();
    }

    @Test
    void startsAgainUnderTheNewName() {
        LogHub hub = putBack();
        hub.newOrigin.confirm("ig-two", declared(hub));
        hub.sequencer.stop();
        LogHub next = new LogHub(database, folder).with(2);
        assertThat(next.status.state().standing()).isEqualTo(LogState.Standing.SIGNING);
        assertThat(newest(next).size()).isEqualTo(10);
    }

    @Test
    void finishesAfterACrashBetweenTheWordAndTheKey() {
        LogHub hub = putBack();
        String origin = declared(hub);
        hub.jdbc.update("UPDATE sharing_origin SET confirmed_by = 'ig-two', confirmed_at = now()");
        LogHub next = new LogHub(database, folder).with(1);
        assertThat(newest(next).origin()).isEqualTo(origin);
    }

    @Test
    void erasesWhatHasItsPlaceWhileTheLogIsStopped() {
        LogHub hub = putBack();
        assertThat(hub.eraser.erase(Set.of("P-000001"), "replayed after a restore", List.of("ig-one", "ig-two")).indexes()).isNotEmpty();
        assertThat(hub.eraser.count(Set.of("P-000001"))).isZero();

        hub.newOrigin.confirm("ig-two", declared(hub));
        hub.sequencer.stop();
        hub.sequencer.sequence();
        assertThat(hub.check.check(true).faults()).isEmpty();
    }

    @Test
    void needsTwoPeopleAndAReason() {
        LogHub hub = putBack();
        assertThat(hub.newOrigin.declare("ig-one", " ")).isFalse();
        String origin = declared(hub);
        assertThat(hub.newOrigin.confirm("ig-one", origin)).isFalse();
        assertThat(hub.newOrigin.confirm("ig-two", "early-help-hub/test/other")).isFalse();
        assertThat(hub.status.isStopped()).isTrue();
    }

    @Test
    void hasNothingToDeclareWhileTheLogIsWell() {
        LogHub hub = new LogHub(database, folder).with(3);
        assertThat(hub.newOrigin.declare("ig-one", "why not")).isFalse();
        assertThat(hub.newOrigin.isNeeded()).isFalse();
    }

    @Test
    void noticesADatabaseThatIsPutBackBehindTheNewName() {
        LogHub hub = putBack();
        hub.newOrigin.confirm("ig-two", declared(hub));
        hub.sequencer.stop();
        hub.sequencer.sequence();
        hub.jdbc.execute("DELETE FROM sharing_origin; " + BACK);
        assertThatThrownBy(new LogHub(database, folder).sequencer::sequence).isInstanceOf(LogStopped.class).hasMessageContaining("the database holds early-help-hub/test/1");
    }

    @Test
    void believesTheWitnessWhereTheKeyFolderWasPutBackToo() throws Exception {
        LogHub hub = new LogHub(database, folder).with(7).with(3);
        Checkpoint seen = newest(hub);
        hub.jdbc.execute(BACK);
        java.nio.file.Files.delete(folder.resolve("keys/last-checkpoint"));
        LogHub next = new LogHub(database, folder, (origin, keys) -> Optional.of(seen));
        assertThatThrownBy(next.sequencer::sequence).isInstanceOf(LogBehind.class).hasMessageContaining("10 were signed");
    }

    private static String said(LogHub hub) {
        List<String> said = hub.sql.sql("SELECT id, sealed FROM sharing_entry WHERE kind = 'CORRECTED'")
                .query((row, number) -> ((Unsealed.Open) hub.seal.open(row.getString("id"), row.getBytes("sealed"))).payload()).list();
        return said.get(said.size() - 1);
    }
}
