package org.earlyhelp.hub.intake.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.support.ForeignSftpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsFileTests {
    private static final Map<String, String> ENVIRONMENT = Map.of("POLICE_PASSWORD", "hush");

    @TempDir
    private Path folder;
    private String hostKey;

    @BeforeEach
    void writeKey() throws IOException {
        ForeignSftpServer server = new ForeignSftpServer(folder);
        server.writeAccounts(folder, "avonford-police");
        hostKey = server.hostKeyLine();
    }

    @Test
    void takesSafeDefaults() throws IOException {
        ForeignAccounts accounts = read("hostKeys: [" + hostKey + "]", "accounts:", "  avonford-police: {user: hub, keyFile: user-key}").asOptional().orElseThrow();

        assertThat(accounts.port()).isEqualTo(22);
        assertThat(accounts.unchanged()).isEqualTo(Duration.ofSeconds(60));
        assertThat(accounts.poll()).isEqualTo(Duration.ofSeconds(10));
        assertThat(accounts.accounts()).singleElement().satisfies(account -> assertThat(account.path("in/x")).isEqualTo("/in/x"));
    }

    @Test
    void readsAPasswordFromTheEnvironmentAndPrintsNone() throws IOException {
        ForeignAccounts accounts = read("hostKeys: [" + hostKey + "]", "accounts:",
                "  avonford-police: {user: hub, passwordFrom: POLICE_PASSWORD, home: /agencies/police}").asOptional().orElseThrow();

        assertThat(accounts.accounts().get(0).credential()).isEqualTo(new ForeignAccount.Credential.Password("hush"));
        assertThat(accounts.accounts().get(0).path("in/x")).isEqualTo("/agencies/police/in/x");
        assertThat(accounts).asString().doesNotContain("hush");
    }

    @Test
    void namesEveryFaultWithItsLine() throws IOException {
        List<ConfigFault> faults = read("hostKeys:", "  - ssh-ed25519 AAAA", "accounts:",
                "  a: {user: hub}",
                "  b: {user: hub, keyFile: nowhere}",
                "  c: {user: hub, passwordFrom: NOT_SET}",
                "  d: {user: hub, keyFile: user-key, passwordFrom: POLICE_PASSWORD}",
                "  e: {user: hub, keyFile: accounts.yaml}").faults();

        assertThat(faults).extracting(ConfigFault::line).containsExactly(2, 4, 5, 6, 7, 8);
        assertThat(faults).extracting(ConfigFault::reason).anyMatch(reason -> reason.contains("NOT_SET is not set")).noneMatch(reason -> reason.contains("hush"));
    }

    @Test
    void refusesSecretsAndHomesThatClimb() throws IOException {
        List<ConfigFault> faults = read("hostKeys: [" + hostKey + "]", "accounts:",
                "  a: {user: hub, password: hush}",
                "  b: {user: hub, keyFile: user-key, home: /agencies/../b}",
                "unchangedSeconds: 0").faults();

        assertThat(faults).extracting(ConfigFault::line).contains(3, 4, 5);
        assertThat(faults).extracting(ConfigFault::reason).noneMatch(reason -> reason.contains("hush"));
    }

    @Test
    void believesNoServerWithoutHostKeys() throws IOException {
        assertThat(read("hostKeys: []", "accounts:", "  a: {user: hub, keyFile: user-key}").faults()).extracting(ConfigFault::line).contains(1);
        assertThat(read("accounts:", "  a: {user: hub, keyFile: user-key}").faults()).isNotEmpty();
    }

    @Test
    void readsTheExampleOfTheRunbook() throws IOException {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("src/docs/runbook/external-sftp.md")));
        assertThat(example.find()).isTrue();
        Files.createDirectories(folder.resolve("keys"));
        Files.copy(folder.resolve("user-key"), folder.resolve("keys/avonford-police"));

        Checked<ForeignAccounts> accounts = ForeignAccounts.read(Files.writeString(folder.resolve("accounts.yaml"), example.group(1)),
                Map.of("SCHOOLS_SFTP_PASSWORD", "hush"));

        assertThat(accounts.faults()).isEmpty();
    }

    private Checked<ForeignAccounts> read(String... lines) throws IOException {
        return ForeignAccounts.read(Files.writeString(folder.resolve("accounts.yaml"), String.join("\n", lines) + "\n"), ENVIRONMENT);
    }
}
