package org.earlyhelp.hub.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.embedded.folder.UnfinishedRestore;
import org.earlyhelp.hub.support.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The two verbs on databases of an external server, so that each case takes a second or so. */
class BackupVerbTests {
    @TempDir
    private Path folder;
    private DataSource source = TestDatabase.fresh();

    @BeforeEach
    void aSmallHub() throws IOException {
        JdbcClient sql = JdbcClient.create(source);
        sql.sql("INSERT INTO family (ref, created_at) VALUES ('F-AAAAAA', now()), ('F-BBBBBB', now())").update();
        sql.sql("UPDATE family SET gone_into = 1 WHERE id = 2").update();
        sql.sql("INSERT INTO person (ref, created_at, family_id, family_role, summary) VALUES ('P-AAAAAA', now(), 1, 'CHILD', '{\"surname\": \"Zelenka\\n\\t\\\\\"}')").update();
        alert("A-2026-000007", "RAISED", "m-1");
        alert("A-2026-000008", "DECIDED", "m-2");
        sql.sql("SELECT setval('alert_number', 8)").query(Long.class).single();
        Files.createDirectories(folder.resolve("data/raw/2026-11"));
        Files.write(folder.resolve("data/raw/2026-11/01K.bin"), new byte[200_000]);
        Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(folder.resolve("data/postgres/left-out"), "x");
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/raw.key"), "0123456789abcdef0123456789abcdef");
        Files.writeString(folder.resolve("keys/erasures.jsonl"), "{}\n");
    }

    @Test
    void bringsEveryRowAndFileBack() throws IOException {
        assertThat(backup().out()).contains(" rows of ", "1 files").contains("Destroy this one by ");
        DataSource target = emptied();

        Verb restored = restore(target);

        assertThat(restored.problem()).isNull();
        assertThat(rows(target)).isEqualTo(rows(source));
        assertThat(folder.resolve("data/raw/2026-11/01K.bin")).hasSize(200_000);
        assertThat(folder.resolve("data/postgres")).doesNotExist();
        assertThat(Files.readString(folder.resolve("data/restored.json"))).contains("j.operator", "the disk is gone");
    }

    @Test
    void showsNothingOfWhatItHolds() throws IOException {
        backup();

        try (Stream<Path> files = Files.list(folder.resolve("backup"))) {
            assertThat(files).hasSizeGreaterThan(20).noneMatch(file -> content(file).contains("Zelenka") || content(file).contains("P-AAAAAA"));
        }
    }

    @Test
    void wantsANewFolder() throws IOException {
        backup();

        assertThat(backup().code()).isEqualTo(2);
        assertThat(Verb.backup(environment(source), folder.resolve("other").toString(), "--keep-days", "0").code()).isEqualTo(2);
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void refusesWhatWasChangedOrCutOff() throws IOException {
        backup();
        Path table = folder.resolve("backup/person.table.sealed");
        byte[] whole = Files.readAllBytes(table);
        whole[whole.length - 3] ^= 1;
        Files.write(table, whole);
        assertThat(restore(emptied()).problem()).contains("person.table.sealed is missing or was changed");

        Files.delete(folder.resolve("backup/manifest.json"));
        assertThat(restore(TestDatabase.empty()).problem()).contains("is no whole backup");
    }

    @Test
    void refusesAManifestThatSomebodyRewrote() throws IOException {
        backup();
        Path manifest = folder.resolve("backup/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"erasures\" : 1", "\"erasures\" : 0"));

        assertThat(restore(emptied()).problem()).contains("was changed, or backup.key");
    }

    @Test
    void asksForTheKeysThatSendersKnow() throws IOException {
        for (String name : List.of("files.pgp", "sftp_host_key")) {
            Files.writeString(folder.resolve("keys/" + name), "made up");
        }
        backup();
        Files.delete(folder.resolve("keys/files.pgp"));
        Files.writeString(folder.resolve("keys/sftp_host_key"), "another");

        assertThat(restore(emptied()).problem()).contains("files.pgp (is missing)", "sftp_host_key (is another key)");
    }

    @Test
    void refusesAKeyFolderThatDoesNotFit() throws IOException {
        backup();
        DataSource target = emptied();
        Files.writeString(folder.resolve("keys/erasures.jsonl"), "");
        assertThat(restore(target).problem()).contains("erasures.jsonl").contains("would come back");

        Files.delete(folder.resolve("keys/raw.key"));
        assertThat(restore(target).problem()).contains("raw.key (is missing)");
        Files.delete(folder.resolve("keys/backup.key"));
        assertThat(restore(target).problem()).contains("backup.key is missing");
        assertThat(rows(target)).isEmpty();
    }

    @Test
    void neverOverwritesADatabase() throws IOException {
        backup();

        assertThat(restore(source).problem()).contains("There is a database already");
        assertThat(folder.resolve("data/restore-unfinished")).doesNotExist();
        assertThat(JdbcClient.create(source).sql("SELECT count(*) FROM person").query(Long.class).single()).isOne();
    }

    @Test
    void beginsABrokenOffRestoreAgain() throws IOException {
        backup();
        DataSource target = emptied();
        Flyway.configure().dataSource(target).load().migrate();
        brokenOff(environment(target).get("HUB_DB_URL").replaceFirst("\\?.*", ""));

        assertThat(restore(target).problem()).isNull();

        assertThat(rows(target)).isEqualTo(rows(source));
        assertThat(folder.resolve("data/restore-unfinished")).doesNotExist();
    }

    @Test
    void emptiesNoDatabaseButTheOneWhoseRestoreWasBrokenOff() throws IOException {
        backup();
        brokenOff("jdbc:postgresql://elsewhere/hub");

        assertThat(restore(source).problem()).contains("into jdbc:postgresql://elsewhere/hub was broken off", "is left as it is").doesNotContain("password");
        Files.writeString(folder.resolve("data/restore-unfinished"), "x");
        assertThat(restore(source).problem()).contains("a database that is not named");

        assertThat(JdbcClient.create(source).sql("SELECT count(*) FROM person").query(Long.class).single()).isOne();
    }

    @Test
    void checksWithoutPuttingAnythingBack() throws IOException {
        backup();
        DataSource target = emptied();

        assertThat(restore(target, "--check").out()).contains("is whole").contains("Nothing was put back.");

        assertThat(rows(target)).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void givesNoAlertNumberTwice() throws IOException {
        backup();
        DataSource first = emptied();
        restore(first);
        DataSource second = emptied();
        restore(second);

        assertThat(next(first)).isEqualTo(10_009);
        assertThat(next(second)).isEqualTo(20_009);
    }

    @Test
    void sendsAgainWhatTheLostQueuesHeld() throws IOException {
        backup();
        DataSource target = emptied();
        Verb restored = restore(target, "--json");
        assertThat(JsonMapper.shared().readTree(restored.out()).path("sentAgain").asInt()).isEqualTo(2);

        DataSource onlyNotTakenUp = emptied();
        JdbcClient.create(source).sql("UPDATE outbox SET created_at = created_at - interval '9 days' WHERE id = 'm-1'").update();
        assertThat(JsonMapper.shared().readTree(restore(onlyNotTakenUp, "--json", "--send-again", "0").out()).path("sentAgain").asInt()).isZero();
        assertThat(unsent(onlyNotTakenUp)).isEmpty();
        assertThat(unsent(target)).containsExactlyInAnyOrder("m-1", "m-2");
    }

    @Test
    void sendsAgainWithoutARestore() {
        String[] who = {"--as", "j.operator", "--reason", "broker lost"};

        assertThat(Verb.run(new SendAgainCommand(environment(source)), "0", who[0], who[1], who[2], who[3]).code()).isEqualTo(2);
        assertThat(Verb.run(new SendAgainCommand(environment(source)), "7").code()).isEqualTo(2);
        assertThat(unsent(source)).isEmpty();
    }

    @Test
    void bringsTheTablesBackAsTheyWereThen() throws IOException, SQLException {
        source = TestDatabase.empty();
        Flyway.configure().dataSource(source).target("129").load().migrate();
        assertThat(backup().problem()).isNull();
        DataSource target = emptied();

        assertThat(restore(target).problem()).isNull();

        assertThat(JdbcClient.create(target).sql("SELECT max(installed_rank) FROM flyway_schema_history").query(Long.class).single())
                .isEqualTo(JdbcClient.create(source).sql("SELECT max(installed_rank) FROM flyway_schema_history").query(Long.class).single());
        assertThat(Flyway.configure().dataSource(target).load().migrate().migrationsExecuted).isPositive();
    }

    private Verb backup() {
        return Verb.backup(environment(source), folder.resolve("backup").toString());
    }

    private Verb restore(DataSource target, String... more) {
        return Verb.restore(environment(target), folder.resolve("backup").toString(), more);
    }

    private void brokenOff(String database) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        UnfinishedRestore.begin(folder.resolve("data"), database);
    }

    /** A new database, and the data folder gone. */
    private DataSource emptied() throws IOException {
        org.springframework.util.FileSystemUtils.deleteRecursively(folder.resolve("data"));
        return TestDatabase.empty();
    }

    private Map<String, String> environment(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return new HashMap<>(Map.of("HUB_DB_URL", connection.getMetaData().getURL(), "HUB_DB_USER", "postgres", "HUB_DB_PASSWORD", "postgres",
                    "HUB_DATA_DIR", folder.resolve("data").toString(), "HUB_KEY_DIR", folder.resolve("keys").toString()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void alert(String ref, String status, String message) {
        JdbcClient sql = JdbcClient.create(source);
        sql.sql("""
                INSERT INTO alert (ref, family_id, queue, version, status, level, rule, locality, content, raised_at)
                VALUES (?, 1, 'frontdoor.early-help', 1, ?, 3, 'two-agencies@1', 'riverside', '{"needs": [], "children": [{"person": "P-AAAAAA"}]}', now())""").params(ref, status).update();
        sql.sql("INSERT INTO outbox (id, queue, type, body, created_at, published_at) VALUES (?, 'frontdoor.early-help', 't', ?, now(), now())")
                .params(message, "{\"data\":{\"alert\":\"" + ref + "\"}}").update();
    }

    private static List<String> unsent(DataSource database) {
        return JdbcClient.create(database).sql("SELECT id FROM outbox WHERE published_at IS NULL").query(String.class).list();
    }

    private static long next(DataSource database) {
        return JdbcClient.create(database).sql("SELECT nextval('alert_number')").query(Long.class).single();
    }

    /** Every row of every table but what a restore changes on purpose, as text. */
    private static Map<String, List<String>> rows(DataSource database) {
        JdbcClient sql = JdbcClient.create(database);
        Map<String, List<String>> rows = new TreeMap<>();
        sql.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('outbox', 'flyway_schema_history')").query(String.class).list()
                .forEach(table -> rows.put(table, sql.sql("SELECT t::text FROM \"" + table + "\" t ORDER BY 1").query(String.class).list()));
        return rows;
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
