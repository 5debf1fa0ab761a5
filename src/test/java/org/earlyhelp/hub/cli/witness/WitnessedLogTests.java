package org.earlyhelp.hub.cli.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.sharing.cosign.WitnessCourier;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.storage.CosignedTable;
import org.earlyhelp.hub.sharing.DeclaredOrigin;
import org.earlyhelp.hub.sharing.witness.Witness;
import org.earlyhelp.hub.sharing.witness.WitnessClient;
import org.earlyhelp.hub.sharing.witness.WitnessFolder;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub's log on PostgreSQL and a witness behind a real port. */
class WitnessedLogTests {
    private static final String BACK = "DELETE FROM sharing_leaf WHERE leaf >= 4; DELETE FROM sharing_checkpoint WHERE size > 4; DELETE FROM sharing_entry WHERE ordinal > 4; "
            + "DELETE FROM sharing_cosigned; UPDATE sharing_tile SET hashes = substring(hashes FROM 1 FOR 4 * 32) WHERE level = 0";
    private final DataSource database = TestDatabase.fresh();
    @TempDir
    private Path folder;
    private WitnessHome home;
    private WitnessServer server;
    private LogHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new LogHub(database, folder).with(4);
        home = WitnessHome.open(folder.resolve("witness"), "witness.example");
        witness();
    }

    private void witness() throws IOException {
        List<NoteKey> keys = hub.log().keys();
        server = new WitnessServer(new InetSocketAddress("127.0.0.1", 0), new Witness(home.key(), home.secret(), keys, new WitnessFolder(home.folder()), HubClock.real()), keys, line -> { });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        home.close();
    }

    private WitnessCourier courier() {
        return new WitnessCourier(new WitnessClient(URI.create("http://127.0.0.1:" + server.port()), home.key()), hub.log(), new CosignedTable(hub.sql), hub.sequencer);
    }

    @Test
    void cosignsEachCheckpointAndWhatItMissed() {
        WitnessCourier courier = courier();
        courier.send();
        hub.with(300).with(5);
        courier.send();
        assertThat(courier.state()).matches(state -> state.size() == 309 && state.at() != null && state.words().equals("The witness cosigns."));
    }

    @Test
    void goesOnFromWhatTheWitnessKnowsWhenTheHubForgot() {
        courier().send();
        hub.with(3).jdbc.update("DELETE FROM sharing_cosigned");
        WitnessCourier courier = courier();
        courier.send();
        assertThat(courier.state().size()).isEqualTo(7);
    }

    @Test
    void holdsNothingUpWhileTheWitnessIsAway() {
        WitnessCourier courier = courier();
        server.close();
        courier.send();
        assertThat(courier.state().words()).contains("cannot be reached");
        assertThat(hub.with(1).status.isStopped()).isFalse();
    }

    @Test
    void stopsALogThatWasPutBackWithItsKeysAndSignedOn() throws IOException {
        hub.with(6);
        courier().send();
        hub.jdbc.execute(BACK);
        Files.delete(folder.resolve("keys/last-checkpoint"));
        hub = new LogHub(database, folder).with(9);
        courier().send();
        assertThat(hub.status.state().words()).contains("The witness has cosigned 10 entries that this database does not continue");
        assertThat(hub.newOrigin.isNeeded()).isTrue();
    }

    @Test
    void cosignsTheNewNameOnceItIsTold() throws IOException {
        stopsALogThatWasPutBackWithItsKeysAndSignedOn();
        hub.newOrigin.declare("ig-one", "Both were restored from Sunday.");
        hub.newOrigin.confirm("ig-two", hub.newOrigin.waiting().map(DeclaredOrigin::origin).orElseThrow());
        hub.sequencer.stop();
        hub.sequencer.sequence();
        courier().send();
        assertThat(courier().state().size()).isZero();
        server.close();
        witness();
        courier().send();
        assertThat(courier().state().size()).isEqualTo(14);
    }
}
