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
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.sharing.LogState.Standing;
import org.earlyhelp.hub.sharing.log.SignatureCheck;
import org.earlyhelp.hub.sharing.log.SignedNote;
import org.earlyhelp.hub.sharing.seal.SigningKey;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class KeyCommandTests {
    private static final String[] OPERATOR = {"--as", "j.operator", "--reason", "yearly change"};

    private final Map<String, String> environment = new HashMap<>();
    private final DataSource database = TestDatabase.fresh();
    @TempDir
    private Path folder;
    private LogHub hub;
    private String out;
    private String problem;

    @BeforeEach
    void thirtyEntries() throws Exception {
        try (Connection connection = database.getConnection()) {
            environment.put("HUB_DB_URL", connection.getMetaData().getURL());
        }
        environment.putAll(Map.of("HUB_DB_USER", "postgres", "HUB_DB_PASSWORD", "postgres", "HUB_DATA_DIR", folder.resolve("data").toString(),
                "HUB_KEY_DIR", folder.resolve("keys").toString(), "HUB_CLOCK", "2026-11-23T08:40:00Z"));
        hub = new LogHub(database, folder).with(30);
    }

    @Test
    void checkSaysThatNothingIsWrong() {
        assertThat(run(new LogCheckCommand(environment))).isZero();
        assertThat(out).isEqualTo("30 entries checked, all there are: nothing is wrong.\n");
        assertThat(run(new LogCheckCommand(environment), "--latest", "--json")).isZero();
        assertThat(JsonMapper.shared().readTree(out).path("faults").asInt(-1)).isZero();
    }

    @Test
    void checkNamesWhatWasChanged() {
        hub.jdbc.update("UPDATE sharing_entry SET recipient = 'x' WHERE person = 'P-000007'");

        assertThat(run(new LogCheckCommand(environment))).isEqualTo(1);
        assertThat(out).contains("(index 7): column recipient was changed").endsWith("1 faults, of which 1 are named.\n");
        assertThat(run(new LogCheckCommand(environment), "--json")).isEqualTo(1);
        assertThat(JsonMapper.shared().readTree(out).path("named").get(0).asString()).contains("index 7");
    }

    @Test
    void aNewSigningKeyIsAnnouncedAndSignedForByTheOld() {
        SigningKey old = hub.keys.signing().get(0);

        assertThat(run(new RotateKeyCommand(environment), "signing", OPERATOR)).isZero();
        hub.sequencer.sequence();
        SigningKey next = hub.keys.signing().get(0);
        SignedNote first = newest();
        hub.with(1);

        assertThat(next.number()).isEqualTo(2);
        assertThat(next.open().name()).isEqualTo(old.open().name());
        assertThat(hub.sql.sql("SELECT id FROM sharing_entry WHERE kind = 'CORRECTED'").query(String.class).list()).singleElement()
                .satisfies(id -> assertThat(hub.payload(id)).contains(next.open().vkey(), "j.operator", "yearly change"));
        assertThat(List.of(first.check(old.open()), first.check(next.open()))).containsOnly(SignatureCheck.RIGHT);
        assertThat(List.of(newest().check(old.open()), newest().check(next.open()))).containsExactly(SignatureCheck.ABSENT, SignatureCheck.RIGHT);
        assertThat(hub.check.check(true).faults()).isEmpty();
        assertThat(new LogHub(database, folder).with(1).check.check(true).faults()).isEmpty();
    }

    @Test
    void aNewSealingKeyWrapsEverythingAnew() throws IOException {
        List<byte[]> commitments = commitments();

        assertThat(run(new RotateKeyCommand(environment), "seal", OPERATOR)).isZero();
        hub.sequencer.sequence();
        renew();

        assertThat(hub.sql.sql("SELECT number || state FROM sharing_key WHERE kind = 'SEAL' ORDER BY number").query(String.class).list()).containsExactly("1RETIRED", "2IN_USE");
        assertThat(commitments()).startsWith(commitments.toArray(byte[][]::new));
        assertThat(hub.check.check(true).faults()).isEmpty();
        Files.delete(folder.resolve("keys/sharing-seal-1.key"));
        assertThat(new LogHub(database, folder).with(1).check.check(true).faults()).isEmpty();
    }

    @Test
    void aSealingKeyStaysInUseWhileAnEntryCannotBeWrapped() {
        hub.jdbc.update("UPDATE sharing_entry SET sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1) WHERE person = 'P-000007'");
        run(new RotateKeyCommand(environment), "seal", OPERATOR);
        hub.keys.refresh();
        renew();

        assertThat(hub.sql.sql("SELECT state FROM sharing_key WHERE kind = 'SEAL' AND number = 1").query(String.class).single()).isEqualTo("IN_USE");
    }

    @Test
    void namesASealingKeyThatIsCalledRetiredTooEarly() {
        hub.jdbc.update("UPDATE sharing_key SET state = 'RETIRED' WHERE kind = 'SEAL'");

        assertThat(hub.check.check(true).faults()).anyMatch(fault -> fault.contains("calls retired"));
    }

    @Test
    void goesOnWithoutALostSigningKeyOnceItWasGivenUp() throws IOException {
        Files.delete(folder.resolve("keys/sharing-log.key"));

        assertThat(run(new GiveUpKeyCommand(environment), "signing", "1", OPERATOR)).isZero();
        LogHub next = new LogHub(database, folder).with(1);

        assertThat(next.status.state().standing()).isEqualTo(Standing.SIGNING);
        assertThat(next.keys.signing().get(0).number()).isEqualTo(2);
        assertThat(next.check.check(true).faults()).isEmpty();
    }

    @Test
    void goesOnWithoutALostSealingKeyOnceItWasGivenUp() throws IOException {
        Files.delete(folder.resolve("keys/sharing-seal-1.key"));

        assertThat(run(new GiveUpKeyCommand(environment), "seal", "1", OPERATOR)).isZero();
        LogHub next = new LogHub(database, folder).with(1);

        assertThat(next.check.check(true).faults()).isEmpty();
        assertThat(next.sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'CORRECTED'").query(Long.class).single()).isOne();
    }

    @Test
    void givesTheNumberOfALostKeyToNoOther() throws IOException {
        run(new RotateKeyCommand(environment), "signing", OPERATOR);
        hub.sequencer.sequence();
        Files.delete(folder.resolve("keys/sharing-log-2.key"));
        run(new GiveUpKeyCommand(environment), "signing", "2", OPERATOR);
        LogHub next = new LogHub(database, folder).with(1);

        assertThat(run(new RotateKeyCommand(environment), "signing", OPERATOR)).isZero();
        next.sequencer.sequence();

        assertThat(next.keys.signing()).extracting(SigningKey::number).containsExactly(3, 1);
        assertThat(next.check.check(true).faults()).isEmpty();
    }

    @Test
    void namesALossThatOnlyTheDatabaseTellsOf() {
        hub.jdbc.update("UPDATE sharing_key SET state = 'LOST' WHERE kind = 'SIGNING'");

        assertThat(hub.check.check(true).faults()).anyMatch(fault -> fault.contains("sharing_key"));
    }

    @Test
    void givesUpNoKeyThatIsThere() {
        assertThat(run(new GiveUpKeyCommand(environment), "seal", "1", OPERATOR)).isEqualTo(3);
        assertThat(problem).contains("sharing-seal-1.key is there");
        assertThat(run(new GiveUpKeyCommand(environment), "seal", "7", OPERATOR)).isEqualTo(3);
        assertThat(problem).contains("knows no key sharing-seal-7.key");
    }

    @Test
    void asksWhoAndWhy() {
        assertThat(run(new RotateKeyCommand(environment), "seal")).isEqualTo(2);
        assertThat(run(new RotateKeyCommand(environment), "seal", "--as", " ", "--reason", "x")).isEqualTo(2);
        assertThat(run(new RotateKeyCommand(environment), "other", OPERATOR)).isEqualTo(2);
        assertThat(run(new GiveUpKeyCommand(environment), "seal", OPERATOR)).isEqualTo(2);
        assertThat(folder.resolve("keys/sharing-seal-2.key")).doesNotExist();
    }

    private void renew() {
        for (int portions = 0; hub.renewal.portion(); portions++) {
            assertThat(portions).isLessThan(100);
        }
    }

    private List<byte[]> commitments() {
        return hub.sql.sql("SELECT commitment FROM sharing_leaf ORDER BY leaf").query((row, number) -> row.getBytes(1)).list();
    }

    private SignedNote newest() {
        return SignedNote.parse(hub.log().checkpoint().orElseThrow()).orThrow();
    }

    private int run(Object command, String first, String... more) {
        return run(command, Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new));
    }

    private int run(Object command, String first, String second, String[] more) {
        return run(command, Stream.concat(Stream.of(first, second), Stream.of(more)).toArray(String[]::new));
    }

    private int run(Object command, String[] arguments) {
        StringWriter text = new StringWriter();
        CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).setOut(new PrintWriter(text)).setErr(new PrintWriter(new StringWriter()));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            problem = failure.getMessage();
            return 3;
        });
        int code = line.execute(arguments);
        out = text.toString();
        return code;
    }

    private int run(Object command) {
        return run(command, new String[0]);
    }
}
