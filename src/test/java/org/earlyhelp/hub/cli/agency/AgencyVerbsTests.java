package org.earlyhelp.hub.cli.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.account.Login;
import org.earlyhelp.hub.intake.account.ShutDoor;
import org.earlyhelp.hub.intake.account.SomeKey;
import org.earlyhelp.hub.intake.account.storage.LoginStore;
import org.earlyhelp.hub.intake.account.storage.ShutDoorStore;
import org.earlyhelp.hub.sharing.AgreementFile;
import org.earlyhelp.hub.sharing.storage.AgreementVersionStore;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgencyVerbsTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private final Map<String, String> environment = new HashMap<>();
    private final DataSource database = TestDatabase.fresh();
    private final KeyPair key = SomeKey.pair();
    @TempDir
    private Path folder;
    private Path file;
    private String out;

    @BeforeEach
    void anAgreementStands() throws Exception {
        try (Connection connection = database.getConnection()) {
            environment.put("HUB_DB_URL", connection.getMetaData().getURL());
        }
        environment.putAll(Map.of("HUB_DB_USER", "postgres", "HUB_DB_PASSWORD", "postgres", "HUB_DATA_DIR", folder.resolve("data").toString(),
                "HUB_KEY_DIR", folder.resolve("keys").toString(), "HUB_CLOCK", "2026-11-23T08:40:00Z"));
        AgreementVersionStore.over(database).keepActivated(AgreementFile.kept("safe-haven", Files.readString(Path.of("agreements/safe-haven.yaml"))), "ig", NOW);
        file = Files.writeString(folder.resolve("new.pub"), SomeKey.line(key) + " new server\n");
    }

    private int run(Object command, String... arguments) {
        StringWriter text = new StringWriter();
        int code = new CommandLine(command).setOut(new PrintWriter(text)).setErr(new PrintWriter(new StringWriter())).execute(arguments);
        out = text.toString();
        return code;
    }

    private int add(String account, Path of) {
        return run(new KeyAddCommand(environment), account, of.toString(), "--as", "ann", "--reason", "their server is replaced");
    }

    @Test
    void twoPeopleAddAKeyAndOneRetiresIt() {
        assertThat(add("safe-haven", file)).isZero();
        assertThat(out).startsWith(SomeKey.fingerprint(key)).contains("waits for a second person");
        assertThat(run(new KeyConfirmCommand(environment), "safe-haven", SomeKey.fingerprint(key), "--as", "ann")).isEqualTo(1);
        assertThat(run(new KeyConfirmCommand(environment), "safe-haven", SomeKey.fingerprint(key), "--as", "ben")).isZero();

        assertThat(run(new KeyListCommand(environment), "safe-haven")).isZero();
        assertThat(out).startsWith("open ").contains(SomeKey.fingerprint(key), "put forward by ann", "added by ben");

        assertThat(run(new KeyRetireCommand(environment), "safe-haven", SomeKey.fingerprint(key), "--as", "ann", "--reason", "lost")).isZero();
        assertThat(out).contains("the last one of safe-haven");
        assertThat(run(new KeyListCommand(environment), "safe-haven", "--json")).isZero();
        JsonNode listed = JsonMapper.shared().readTree(out);
        assertThat(listed.path(0).path("retiredBy").asString()).isEqualTo("ann");
        assertThat(listed.path(0).path("retiredAt").asString()).isEqualTo("2026-11-23T08:40:00Z");
    }

    @Test
    void oneIsEnoughInADemonstration() throws Exception {
        Files.createDirectories(folder.resolve("data/demo"));
        Files.writeString(folder.resolve("data/demo/accounts.json"), "{}");

        assertThat(add("safe-haven", file)).isZero();
        assertThat(out).contains("opens the door of safe-haven");
    }

    @Test
    void saysWhyAKeyIsRefused() throws Exception {
        assertThat(add("nobody", file)).isEqualTo(1);
        assertThat(out).contains("No agreement in force names an account nobody");
        assertThat(add("safe-haven", Files.writeString(folder.resolve("id"), "-----BEGIN OPENSSH PRIVATE KEY-----\nabc"))).isEqualTo(1);
        assertThat(out).contains("This is a private key").doesNotContain("abc");
        assertThat(run(new KeyListCommand(environment), "nobody")).isEqualTo(1);
    }

    @Test
    void knowsWrongUsage() throws Exception {
        assertThat(add("safe-haven", folder.resolve("absent.pub"))).isEqualTo(2);
        assertThat(add("safe-haven", Files.writeString(folder.resolve("big.pub"), "x".repeat(5_000)))).isEqualTo(2);
        assertThat(run(new KeyRetireCommand(environment), "safe-haven", "SHA256:x", "--as", "ann", "--reason", " ")).isEqualTo(2);
        assertThat(run(new KeyAddCommand(environment), "safe-haven", file.toString())).isEqualTo(2);
    }

    @Test
    void liftsALockOut() {
        ShutDoorStore.over(database).add(new ShutDoor("safe-haven", "192.0.2.9", NOW, NOW.plusSeconds(900), null, null, null));

        assertThat(run(new UnlockCommand(environment), "clearwater", "--as", "ann", "--reason", "their new server")).isEqualTo(1);
        assertThat(out).contains("The account clearwater is not locked out from anywhere.");
        assertThat(run(new UnlockCommand(environment), "safe-haven", "--as", "ann", "--reason", "their new server")).isZero();
        assertThat(out).startsWith("192.0.2.9").contains("The lock-out is lifted");
        assertThat(run(new UnlockCommand(environment), "safe-haven", "--as", "ann", "--reason", "again")).isEqualTo(1);
        assertThat(run(new UnlockCommand(environment), "safe-haven", "--as", "ann", "--reason", " ")).isEqualTo(2);
    }

    @Test
    void listsWhoSignedIn() {
        LoginStore.over(database).add(new Login("safe-haven", Login.Result.WRONG_ADDRESS, "192.0.2.9", "", 2, NOW, NOW));

        assertThat(run(new LoginsCommand(environment), "safe-haven")).isZero();
        assertThat(out).contains("23 November 2026, 08:40", "wrong address", "192.0.2.9", "    2");
        assertThat(run(new LoginsCommand(environment), "safe-haven", "--json")).isZero();
        assertThat(JsonMapper.shared().readTree(out).path(0).path("times").asInt()).isEqualTo(2);
        assertThat(run(new LoginsCommand(environment), "clearwater")).isZero();
        assertThat(out).contains("Nobody tried to sign in");
    }
}
