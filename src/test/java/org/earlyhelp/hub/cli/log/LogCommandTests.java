package org.earlyhelp.hub.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogCommandTests {
    private static final String[] OFFICER = {"--payloads", "--as", "ig.officer", "--reason", "monthly audit"};

    private final Map<String, String> environment = new HashMap<>();
    @TempDir
    private Path folder;
    private DataSource database;
    private LogHub hub;
    private StringWriter out;
    private StringWriter err;
    private Throwable failure;

    @BeforeEach
    void threeHundredEntries() throws Exception {
        database = TestDatabase.fresh();
        try (Connection connection = database.getConnection()) {
            environment.put("HUB_DB_URL", connection.getMetaData().getURL());
        }
        environment.put("HUB_DB_USER", "postgres");
        environment.put("HUB_DB_PASSWORD", "postgres");
        environment.put("HUB_DATA_DIR", folder.resolve("data").toString());
        environment.put("HUB_KEY_DIR", folder.resolve("keys").toString());
        environment.put("HUB_CLOCK", "2026-11-23T08:40:00Z");
        hub = new LogHub(database, folder).with(300);
    }

    @Test
    void exportsWhatThenVerifies() {
        assertThat(export("a")).isZero();
        assertThat(out.toString()).isEqualTo("300 entries written to " + folder.resolve("a") + ", payloads without.\n");
        assertThat(verify("a")).isZero();
        assertThat(out.toString()).isEqualTo("300 verified, 0 erased, 0 bad, payloads without\n");
        assertThat(err.toString()).contains("log.vkey was believed");
    }

    @Test
    void takingPayloadsIsItselfLoggedFirst() {
        assertThat(export("a", OFFICER)).isZero();
        assertThat(hub.sql.sql("SELECT who FROM sharing_entry WHERE kind = 'EXPORTED'").query(String.class).list()).containsExactly("ig.officer");
        hub.sequencer.sequence();
        assertThat(export("b", OFFICER)).isZero();
        assertThat(verify("b")).isZero();
        assertThat(out.toString()).isEqualTo("301 verified, 0 erased, 0 bad, payloads with\n");
    }

    @Test
    void verifiesALogFromWhichAPersonWasErased() {
        hub.eraser.erase(Set.of("P-000003"), "request, Article 17", List.of("one", "two"));
        hub.sequencer.sequence();
        assertThat(export("a", OFFICER)).isZero();
        assertThat(verify("a")).isZero();
        assertThat(out.toString()).isEqualTo("301 verified, 1 erased, 0 bad, payloads with\n");
    }

    @Test
    void waitsUntilAnErasureHasItsPlace() {
        hub.eraser.erase(Set.of("P-000003"), "request, Article 17", List.of("one", "two"));
        assertThat(run(new LogExportCommand(environment, hub.sequencer::sequence), "a", OFFICER)).isZero();
        assertThat(verify("a")).isZero();
        hub.eraser.erase(Set.of("P-000004"), "request, Article 17", List.of("one", "two"));
        run(new LogExportCommand(environment, () -> { }), "b", OFFICER);
        assertThat(failure).isInstanceOf(StartFailure.class).hasMessageStartingWith("An erasure has no place in the log yet");
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void anEditInTheDatabaseShowsInTheExport() {
        hub.sql.sql("UPDATE sharing_leaf SET commitment = (SELECT commitment FROM sharing_leaf WHERE leaf = 8) WHERE leaf = 7").update();
        assertThat(export("a")).isZero();
        assertThat(verify("a", "--json")).isEqualTo(1);
        JsonNode found = JsonMapper.shared().readTree(out.toString());
        assertThat(found.path("index").asLong()).isEqualTo(7);
        assertThat(found.path("where").asString()).isEqualTo("tile/0/000");
        assertThat(verify("a")).isEqualTo(1);
        assertThat(out.toString()).startsWith("First bad index 7: tile/0/000: hash 7 of the tile is not that of the entries: expected ");
    }

    @Test
    void aDeletedEntryShowsInTheExport() {
        hub.sql.sql("DELETE FROM sharing_entry WHERE person = 'P-000011'").update();
        assertThat(export("a", OFFICER)).isZero();
        assertThat(verify("a")).isEqualTo(1);
        assertThat(out.toString()).startsWith("First bad index 11: entries.jsonl: the payload is gone and no later ERASED entry names this index");
    }

    @Test
    void continuesACheckpointThatWasKept() throws IOException {
        export("a");
        hub.with(20);
        export("b");
        assertThat(verify("b", "--since", folder.resolve("a/checkpoint").toString())).isZero();
        assertThat(verify("a", "--since", folder.resolve("b/checkpoint").toString())).isEqualTo(1);
        assertThat(verify("b", "--key", Files.readString(folder.resolve("b/log.vkey")).strip(), "--json")).isZero();
        assertThat(JsonMapper.shared().readTree(out.toString()).path("verified").asLong()).isEqualTo(320);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void wrongUseIsTwo() throws IOException {
        assertThat(export("a", "--payloads")).isEqualTo(2);
        assertThat(export("a", "--as", "ig.officer")).isEqualTo(2);
        assertThat(export("a", "--payloads", "--as", "ig.officer", "--reason", " ")).isEqualTo(2);
        Files.createDirectories(folder.resolve("full/inside"));
        assertThat(export("full")).isEqualTo(2);
        assertThat(verify("absent")).isEqualTo(2);
        assertThat(verify("full", "--key", "no-key")).isEqualTo(2);
        assertThat(verify("full", "--since", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(hub.sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'EXPORTED'").query(Integer.class).single()).isZero();
    }

    @Test
    void saysWhenThereIsNoLogOrNoKey() throws Exception {
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            environment.put("HUB_DB_URL", connection.getMetaData().getURL());
        }
        export("a");
        assertThat(failure).isInstanceOf(StartFailure.class).hasMessageStartingWith("The log has no checkpoint yet");
        environment.put("HUB_KEY_DIR", folder.resolve("no-keys").toString());
        export("a");
        assertThat(failure).isInstanceOf(StartFailure.class).hasMessageContaining("sharing-");
    }

    private int export(String name, String... options) {
        return run(new LogExportCommand(environment, hub.sequencer::sequence), name, options);
    }

    private int verify(String name, String... options) {
        return run(new LogVerifyCommand(), name, options);
    }

    private int run(Object command, String name, String... options) {
        out = new StringWriter();
        err = new StringWriter();
        String[] words = new String[options.length + 1];
        words[0] = folder.resolve(name).toString();
        System.arraycopy(options, 0, words, 1, options.length);
        return new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    failure = thrown;
                    return 3;
                }).execute(words);
    }
}
