package org.earlyhelp.hub.sharing.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.seal.KnownKey;
import org.earlyhelp.hub.sharing.storage.CheckTables;
import org.earlyhelp.hub.sharing.storage.CheckpointRow;
import org.earlyhelp.hub.sharing.storage.KeyTable;
import org.earlyhelp.hub.sharing.storage.TreeTables;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionDefinition;

/** What somebody who may do everything in the database, but has no keys, can change: each is found and named. */
class LogCheckTests {
    @TempDir
    private Path folder;
    private final DataSource database = TestDatabase.fresh();
    private LogHub hub;

    @BeforeEach
    void fill() {
        hub = new LogHub(database, folder).with(260);
        hub.with(20);
        hub.eraser.erase(Set.of("P-000003"), "Request R-1, UK GDPR Article 17", List.of("ig", "manager"));
        hub.sequencer.sequence();
    }

    @Test
    void findsNothingInALogThatNobodyTouched() {
        assertThat(hub.check.check(true)).extracting(LogState.Check::whole, LogState.Check::entries, LogState.Check::faults).containsExactly(true, 281L, List.of());
        assertThat(hub.check.check(false).holds()).isTrue();
        assertThat(hub.status.state().check().holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id = 'x'", "act = 'x'", "kind = 'SENT'", "person = 'P-OTHER'", "recipient = 'x'", "agreement = 'x'", "source = 'x'", "purpose = 'SAFEGUARDING'",
        "basis = '6(1)(e)'", "who = 'x'", "channel = 'x'", "standing = 'x'", "level = 4", "at = at + interval '1 microsecond'", "sealed = sealed || '\\x00'", "sealed = NULL",
        "salt = sha256('x')", "salt = NULL", "commitment = sha256('x')", "ordinal = DEFAULT", "sealed = NULL, salt = NULL, person = NULL"})
    void namesAnEntryWithAnEditedColumn(String edit) {
        hub.jdbc.update("UPDATE sharing_entry SET " + edit + " WHERE ordinal = (SELECT ordinal FROM sharing_leaf WHERE leaf = 270)");

        assertThat(faults()).anyMatch(fault -> fault.startsWith("table sharing_entry") && fault.contains("270"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipient = 'x'", "at = at + interval '1 second'", "kind = 'SENT'", "level = 2", "person = 'P-OTHER'", "salt = sha256('x')"})
    void namesAnErasedEntryWithAnEditedColumn(String edit) {
        hub.jdbc.update("UPDATE sharing_entry SET " + edit + " WHERE ordinal = (SELECT ordinal FROM sharing_leaf WHERE leaf = 3)");

        assertThat(faults()).anyMatch(fault -> fault.startsWith("table sharing_entry") && fault.contains("index 3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', value = {
        "DELETE FROM sharing_entry WHERE ordinal = (SELECT ordinal FROM sharing_leaf WHERE leaf = 270) ~ the entry of index 270",
        "DELETE FROM sharing_entry WHERE ordinal = (SELECT ordinal FROM sharing_leaf WHERE leaf = 3) ~ the entry of index 3",
        "DELETE FROM sharing_entry WHERE kind = 'ERASED' ~ index 3 was emptied, and no ERASED entry says so",
        "DELETE FROM sharing_leaf WHERE leaf = 270 ~ table sharing_leaf: the row of index 270 was deleted",
        "DELETE FROM sharing_leaf WHERE leaf = 280 ~ there are only 280 entries",
        "UPDATE sharing_leaf SET leaf = 500 WHERE leaf = 270 ~ table sharing_leaf: the row of index 270 was deleted",
        "UPDATE sharing_leaf SET ordinal = 900 WHERE leaf = 270 ~ the entry of index 270",
        "UPDATE sharing_leaf SET commitment = sha256('x') WHERE leaf = 270 ~ index 270): its commitment is not the one in sharing_leaf",
        "DELETE FROM sharing_tile WHERE level = 0 AND number = 1 ~ level 0, number 1 was deleted",
        "DELETE FROM sharing_tile WHERE level = 1 ~ level 1, number 0 was deleted",
        "UPDATE sharing_tile SET hashes = set_byte(hashes, 5, get_byte(hashes, 5) # 1) WHERE level = 0 AND number = 0 ~ level 0, number 0 was changed",
        "UPDATE sharing_tile SET hashes = hashes || sha256('x') WHERE level = 0 AND number = 1 ~ level 0, number 1 was changed",
        "UPDATE sharing_tile SET level = 2 WHERE level = 1 ~ level 1, number 0 was deleted",
        "INSERT INTO sharing_tile VALUES (0, 7, sha256('x')) ~ a row was added: level and number 0/7",
        "DELETE FROM sharing_checkpoint WHERE size = 260 ~ the row before size 280, of size 260, was deleted",
        "DELETE FROM sharing_checkpoint WHERE size = 281 ~ the newest checkpoint, of 281 entries, was deleted",
        "UPDATE sharing_checkpoint SET note = note || 'x' WHERE size = 280 ~ the row of size 280 was changed",
        "UPDATE sharing_checkpoint SET at = at - interval '1 day' WHERE size = 280 ~ the row of size 280 was changed",
        "UPDATE sharing_checkpoint SET root = sha256('x') WHERE size = 280 ~ its root is not that of the entries",
        "UPDATE sharing_checkpoint SET origin = 'x' WHERE size = 280 ~ the row of size 280 was changed",
        "UPDATE sharing_checkpoint SET key = 2 WHERE size = 280 ~ the row of size 280 was changed",
        "UPDATE sharing_checkpoint SET stamp = sha256('x') WHERE size = 280 ~ the row of size 280 was changed",
        "UPDATE sharing_checkpoint SET size = 279 WHERE size = 280 ~ the row of size 279",
        "UPDATE sharing_checkpoint SET previous = 1 WHERE size = 280 ~ the row of size 280 was changed",
        "DELETE FROM sharing_key WHERE kind = 'SEAL' ~ table sharing_key: the row of the key SEAL 1",
        "UPDATE sharing_key SET mark = 'x' WHERE kind = 'SIGNING' ~ table sharing_key: the row of the key SIGNING 1",
        "UPDATE sharing_key SET number = 9 WHERE kind = 'SIGNING' ~ table sharing_key: the row of the key SIGNING 1",
        "INSERT INTO sharing_pending VALUES (900) ~ table sharing_pending: a row was added or changed, or its entry deleted: ordinal 900"})
    void namesEveryOtherRowThatWasTouched(String edit, String words) {
        hub.jdbc.update(edit);

        assertThat(faults()).anyMatch(fault -> fault.contains(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', value = {
        "DELETE FROM sharing_pending ~ an entry was added beside the log, or its rows in sharing_leaf or sharing_pending were deleted",
        "UPDATE sharing_pending SET ordinal = 900 ~ ordinal 900",
        "UPDATE sharing_pending SET since = since - interval '2 minutes' ~ waits longer than a minute",
        "DELETE FROM sharing_entry WHERE ordinal = (SELECT ordinal FROM sharing_pending) ~ its entry deleted"})
    void namesWhatHappenedToAnEntryThatWaits(String edit, String words) {
        hub.received("P-WAITS");

        hub.jdbc.update(edit);

        assertThat(faults()).anyMatch(fault -> fault.contains(words));
    }

    @Test
    void namesTwoEntriesThatChangedPlaces() {
        hub.jdbc.batchUpdate("UPDATE sharing_leaf SET ordinal = -ordinal WHERE leaf IN (270, 271)",
                "UPDATE sharing_leaf AS leaf SET ordinal = -other.ordinal FROM sharing_leaf AS other WHERE leaf.leaf IN (270, 271) AND other.leaf = 541 - leaf.leaf");

        assertThat(faults()).anyMatch(fault -> fault.contains("index 270")).anyMatch(fault -> fault.contains("index 271"));
    }

    @Test
    void namesAnOlderDatabase() {
        hub.jdbc.batchUpdate("DELETE FROM sharing_leaf WHERE leaf >= 280", "DELETE FROM sharing_checkpoint WHERE size > 280", "DELETE FROM sharing_entry WHERE kind = 'ERASED'",
                "UPDATE sharing_tile SET hashes = substring(hashes FROM 1 FOR 24 * 32) WHERE level = 0 AND number = 1");

        assertThat(faults()).anyMatch(fault -> fault.contains("the checkpoint of 281 entries that is kept outside is missing"));
    }

    @Test
    void isNotMisledByACheckpointSignedMeanwhile() {
        TreeTables busy = new TreeTables(hub.jdbc) {
            @Override
            public Optional<CheckpointRow> newest() {
                Optional<CheckpointRow> seen = super.newest();
                new LogHub(database, folder).with(1);
                return seen;
            }
        };
        KeyTable keyTable = new KeyTable(hub.sql);
        LogCheck check = new LogCheck(busy, new CheckTables(hub.jdbc), keyTable, hub.log(), hub.keys, hub.settings.keyDir());
        hub.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);

        assertThat(hub.transaction.execute(moment -> check.run(true)).faults()).isEmpty();
    }

    @Test
    void namesASealingKeyThatIsMissing() throws Exception {
        hub.keys.makeNext(KnownKey.Kind.SEAL, key -> { });
        LogHub next = new LogHub(database, folder).with(1);
        Files.delete(folder.resolve("keys/sharing-seal-1.key"));
        next.keys.refresh();

        assertThat(LogHub.reading(database, folder).check.check(true).faults()).anyMatch(fault -> fault.contains("sharing-seal-1.key is missing: 279 entries"));
    }

    @Test
    void countsMoreFaultsThanItNames() {
        hub.jdbc.update("UPDATE sharing_entry SET recipient = 'x' WHERE kind = 'RECEIVED'");

        assertThat(hub.check.check(true)).matches(check -> check.count() == 280 && check.faults().size() == LogState.Check.FAULTS_KEPT && !check.holds());
    }

    @Test
    void looksAtTheLatestAloneWhereThatIsAsked() {
        hub.with(11_000);

        assertThat(hub.check.check(false)).extracting(LogState.Check::whole, LogState.Check::holds).containsExactly(false, true);
        hub.jdbc.update("UPDATE sharing_entry SET recipient = 'x' WHERE ordinal = (SELECT ordinal FROM sharing_leaf WHERE leaf = 11200)");
        assertThat(hub.check.check(false).faults()).singleElement().asString().contains("index 11200");
    }

    private List<String> faults() {
        return hub.check.check(true).faults();
    }
}
