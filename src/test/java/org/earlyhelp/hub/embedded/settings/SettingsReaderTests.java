package org.earlyhelp.hub.embedded.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.learned.ModelSource;
import org.earlyhelp.hub.linkage.weight.WeightModelFile;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.witness.LogOnPaper;
import org.earlyhelp.hub.support.ForeignSftpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTests {
    private static final StartSettings.Told NOBODY = new StartSettings.Told(Optional.empty(), Optional.empty());
    private static final String WITNESS = NoteKey.of("witness.example", NoteKey.Kind.WITNESS, LogOnPaper.keyPair().getPublic()).vkey();
    @TempDir
    private Path checkout;
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void takesTheDefaultsOfTheContract() {
        StartSettings settings = read(HubMode.DEMO);

        assertThat(settings.ports()).isEqualTo(new StartSettings.Ports(8080, 2222, 61616));
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.hub().dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.hub().keyDir()).isEqualTo(Path.of("data-keys").toAbsolutePath());
        assertThat(settings.hub().configDir()).isEqualTo(checkout);
        assertThat(settings.database()).isEmpty();
        assertThat(settings.broker()).isEmpty();
        assertThat(settings.sftp()).isEmpty();
    }

    @Test
    void takesAnIdleLimitWithinReason() {
        assertThat(read(HubMode.DEMO).sftpIdle()).isEqualTo(Duration.ofMinutes(15));
        environment.put("HUB_SFTP_IDLE_SECONDS", "60");
        assertThat(read(HubMode.DEMO).sftpIdle()).isEqualTo(Duration.ofMinutes(1));

        environment.put("HUB_SFTP_IDLE_SECONDS", "5");
        refusedBy(HubMode.DEMO, "HUB_SFTP_IDLE_SECONDS '5' is not a number of seconds from 10 to 86400");
    }

    @Test
    void putsKeysBesideTheDataFolder() {
        environment.put("HUB_DATA_DIR", "/srv/hub");

        assertThat(read(HubMode.DEMO).hub().keyDir()).isEqualTo(Path.of("/srv/hub-keys"));
    }

    @Test
    void countsAnEmptyVariableAsUnset() {
        environment.put("HUB_HTTP_PORT", " ");

        assertThat(read(HubMode.DEMO).ports().http()).isEqualTo(8080);
    }

    @Test
    void takesAModelOfWeightsInOrder() throws IOException {
        Path model = Files.writeString(checkout.resolve("model.json"), WeightModelFile.write(ModelSource.shipped()));
        environment.put("HUB_LINKAGE_MODEL", model.toString());

        assertThat(read(HubMode.DEMO).linkageModel()).contains(model);
        assertThat(SettingsReader.linkageModel(environment)).contains(model);
        assertThat(SettingsReader.linkageModel(Map.of())).isEmpty();
    }

    @Test
    void refusesABrokenModelOfWeightsAmongAllOtherMistakes() throws IOException {
        environment.put("HUB_LINKAGE_MODEL", Files.writeString(checkout.resolve("model.json"), "{}").toString());
        environment.put("HUB_BIND", "0.0.0.0");

        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> read(HubMode.DEMO))
                .withMessageContaining("HUB_LINKAGE_MODEL: " + checkout.resolve("model.json") + " is no model of weights").withMessageContaining("HUB_BIND");
    }

    @Test
    void takesAWitnessWithItsKeyAndAFolderOfCheckpoints() {
        environment.putAll(Map.of("HUB_WITNESS_URL", "http://witness.example:7380", "HUB_WITNESS_KEY", WITNESS, "HUB_CHECKPOINT_DIR", checkout.toString()));

        assertThat(read(HubMode.DEMO).outside()).isEqualTo(new StartSettings.Outside(Optional.of(URI.create("http://witness.example:7380")), Optional.of(WITNESS), Optional.of(checkout), Optional.empty(), Optional.empty(),
                NOBODY, NOBODY, NOBODY));
    }

    @Test
    void refusesAWitnessWithoutAKeyAndAnAddressThatIsNone() {
        environment.put("HUB_WITNESS_URL", "http://witness.example:7380");
        environment.put("HUB_CHECKPOINT_DIR", checkout.resolve("gone").toString());
        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> read(HubMode.DEMO)).withMessageContaining("HUB_WITNESS_KEY must be set too").withMessageContaining("which is no folder");
        environment.putAll(Map.of("HUB_WITNESS_URL", "file:///etc/passwd", "HUB_WITNESS_KEY", "witness.example+00000000+AAAA"));
        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> read(HubMode.DEMO)).withMessageContaining("is not an address such as").withMessageContaining("is not the key line");
    }

    @Test
    void takesMailWithItsServerOnly() {
        environment.put("HUB_CHECKPOINT_MAIL", "officer@example.org");
        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> read(HubMode.DEMO)).withMessageContaining("HUB_MAIL_SERVER must be set too").withMessageContaining("HUB_MAIL_FROM must be set too");
        environment.putAll(Map.of("HUB_MAIL_SERVER", "smtp://mail.example:25", "HUB_MAIL_FROM", "hub@example.org", "HUB_MAIL_PASSWORD", "secret"));

        assertThat(read(HubMode.DEMO).outside().mail()).hasValueSatisfying(mail -> assertThat(mail.toString()).isEqualTo("hub@example.org by smtp://mail.example:25"));
    }

    @Test
    void takesCertificatesForABrokerByTlsAlone() throws IOException {
        Path file = Files.writeString(checkout.resolve("ca.pem"), "no certificate");
        environment.putAll(Map.of("HUB_BROKER_URL", "tcp://broker.example:61616", "HUB_BROKER_USER", "hub", "HUB_BROKER_PASSWORD", "secret", "HUB_BROKER_CA", file.toString()));
        refusedBy(HubMode.DEMO, "HUB_BROKER_CA is set, so HUB_BROKER_URL must be an address with ssl://", "HUB_BROKER_CA is " + file + ": ");

        environment.put("HUB_BROKER_CA", checkout.resolve("none.pem").toString());
        refusedBy(HubMode.DEMO, "HUB_BROKER_CA is " + checkout.resolve("none.pem") + ", which cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://broker.example:61616", "failover:(ssl://one:61617,tcp://broker.example:61616)?timeout=5000", "failover:nio://broker.example", "TCP://192.0.2.7:1"})
    void refusesABrokerOnAnotherMachineWithoutTls(String address) {
        environment.putAll(Map.of("HUB_BROKER_URL", address, "HUB_BROKER_USER", "hub", "HUB_BROKER_PASSWORD", "secret"));

        refusedBy(HubMode.DEMO, "which is on another machine: the password and all messages could be read on the way. Name it with ssl:// instead.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:61616", "tcp://localhost:61616", "tcp://[::1]:61616", "ssl://broker.example:61617", "failover:(ssl://one:61617,ssl://two:61617)?timeout=5000"})
    void takesABrokerOnThisMachineOrWithTls(String address) {
        environment.putAll(Map.of("HUB_BROKER_URL", address, "HUB_BROKER_USER", "hub", "HUB_BROKER_PASSWORD", "secret"));

        assertThat(read(HubMode.DEMO).broker()).hasValueSatisfying(broker -> assertThat(broker.url()).isEqualTo(address));
    }

    @Test
    void takesHowTheFrontDoorWorks() {
        environment.putAll(Map.of("HUB_ALERT_FRONT_DOOR_OPEN", "08:30-17:00", "HUB_ALERT_PROCLAIMED_BANK_HOLIDAYS", "2027-05-10, 2027-06-21", "HUB_ALERT_EARLY_HELP_DAILY_CEILING", "40"));

        assertThat(read(HubMode.DEMO).duty()).containsEntry(HubOption.HUB_ALERT_FRONT_DOOR_OPEN, "08:30-17:00").containsEntry(HubOption.HUB_ALERT_EARLY_HELP_DAILY_CEILING, "40")
                .containsEntry(HubOption.HUB_ALERT_EARLY_HELP_DECIDE_WITHIN, "48h").doesNotContainKey(HubOption.HUB_GOVERNANCE_USUAL_HOURS);
    }

    @Test
    void refusesHoursAndLimitsThatAreNone() {
        environment.putAll(Map.of("HUB_ALERT_FRONT_DOOR_OPEN", "17:00-08:30", "HUB_ALERT_PROCLAIMED_BANK_HOLIDAYS", "May Day", "HUB_ALERT_EARLY_HELP_DAILY_CEILING", "-1",
                "HUB_ALERT_EARLY_HELP_DECIDE_WITHIN", "0h", "HUB_FRONT_DOOR_CLOSES_AT", "five"));

        refusedBy(HubMode.DEMO, "HUB_ALERT_FRONT_DOOR_OPEN '17:00-08:30' is not hours", "HUB_ALERT_PROCLAIMED_BANK_HOLIDAYS 'May Day'", "HUB_ALERT_EARLY_HELP_DAILY_CEILING '-1'",
                "HUB_ALERT_EARLY_HELP_DECIDE_WITHIN '0h'", "HUB_FRONT_DOOR_CLOSES_AT 'five'");
    }

    @Test
    void refusesASettingThatNobodyWouldHeed() {
        environment.putAll(Map.of("HUB_ALERT_FRONTDOOR_OPEN", "08:30-17:00", "HUB_BROKER_PASWORD", "hush", "HUBBLE_ALERT", "x", "HUB_PASSWORD", "x"));

        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> read(HubMode.DEMO)).satisfies(failure -> assertThat(failure.getMessage())
                .contains("HUB_ALERT_FRONTDOOR_OPEN is no setting of the hub", "HUB_BROKER_PASWORD is no setting").doesNotContain("hush", "HUBBLE", "HUB_PASSWORD"));
    }

    @Test
    void sendsTracesToAnAddressAlone() {
        assertThat(read(HubMode.DEMO).traces()).isEmpty();
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317");
        refusedBy(HubMode.DEMO, "OTEL_EXPORTER_OTLP_ENDPOINT 'collector:4317' is not the address of a collector");

        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example:4318");

        assertThat(read(HubMode.DEMO).traces()).contains(URI.create("http://collector.example:4318"));
    }

    @Test
    void takesPlacesToTellOfAlarms() {
        environment.putAll(Map.of("HUB_ALARM_WEBHOOK", "https://alarms.example/T0KEN", "HUB_ALARM_MAIL", "ops@example.org"));
        refusedBy(HubMode.DEMO, "HUB_ALARM_MAIL is set, so HUB_MAIL_SERVER must be set too");
        environment.putAll(Map.of("HUB_MAIL_SERVER", "smtp://mail.example:25", "HUB_MAIL_FROM", "hub@example.org"));

        assertThat(read(HubMode.DEMO).outside().alarms()).isEqualTo(new StartSettings.Told(Optional.of(URI.create("https://alarms.example/T0KEN")), Optional.of("ops@example.org")));
        assertThat(read(HubMode.DEMO).toString()).doesNotContain("T0KEN");
    }

    @Test
    void takesPlacesToTellTheFrontDoor() {
        environment.putAll(Map.of("HUB_OUT_OF_HOURS_WEBHOOK", "https://ring.example/T0KEN", "HUB_MANAGER_MAIL", "m@example.org"));
        refusedBy(HubMode.DEMO, "HUB_MANAGER_MAIL is set, so HUB_MAIL_SERVER must be set too");
        environment.putAll(Map.of("HUB_MAIL_SERVER", "smtp://mail.example:25", "HUB_MAIL_FROM", "hub@example.org"));

        assertThat(read(HubMode.DEMO).outside().managers().mail()).contains("m@example.org");
        assertThat(read(HubMode.DEMO).outside().outOfHours().webhook()).contains(URI.create("https://ring.example/T0KEN"));
        assertThat(read(HubMode.DEMO).toString()).doesNotContain("T0KEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://alarms.example/T0KEN", "https://user:T0KEN@alarms.example", "file:///T0KEN", "http://127.evil.example/T0KEN"})
    void callsNoWebhookThatOthersCouldRead(String address) {
        environment.put("HUB_ALARM_WEBHOOK", address);

        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> read(HubMode.DEMO)).withMessageContaining("HUB_ALARM_WEBHOOK is not an address").withMessageNotContaining("T0KEN");
    }

    @Test
    void readsTheClock() {
        environment.put("HUB_CLOCK", "2026-11-23T08:40:00Z");

        assertThat(read(HubMode.DEMO_EMPTY).clock()).contains(Instant.parse("2026-11-23T08:40:00Z"));
    }

    @Test
    void showsAllMistakesAtOnce() {
        environment.put("HUB_HTTP_PORT", "eighty");
        environment.put("HUB_BROKER_PORT", "70000");
        environment.put("HUB_CLOCK", "Monday");
        environment.put("HUB_DB_URL", "mysql://db");

        refusedBy(HubMode.DEMO, "HUB_HTTP_PORT 'eighty'", "HUB_BROKER_PORT '70000'", "HUB_CLOCK 'Monday'", "HUB_DB_URL must begin with jdbc:postgresql:",
                "HUB_DB_USER must be set too", "HUB_DB_PASSWORD must be set too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "8080.5", "0x50"})
    void refusesPortsThatAreNone(String port) {
        environment.put("HUB_SFTP_PORT", port);

        refusedBy(HubMode.DEMO, "HUB_SFTP_PORT");
    }

    @Test
    void refusesTheSamePortTwice() {
        environment.put("HUB_HTTP_PORT", "2222");

        refusedBy(HubMode.DEMO, "must differ");
    }

    @Test
    void refusesKeysInsideTheData() {
        environment.put("HUB_DATA_DIR", "/srv/hub");
        environment.put("HUB_KEY_DIR", "/srv/hub/x/../keys");

        refusedBy(HubMode.DEMO, "HUB_KEY_DIR must not lie inside HUB_DATA_DIR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::"})
    void refusesOtherMachinesWithoutCertificate(String address) {
        environment.put("HUB_BIND", address);

        refusedBy(HubMode.DEMO, "HUB_BIND is " + address);
    }

    @Test
    void letsOtherMachinesInBehindAProxy() {
        environment.put("HUB_BIND", "0.0.0.0");
        environment.put("HUB_BEHIND_PROXY", "true");

        assertThat(read(HubMode.DEMO).bind()).isEqualTo("0.0.0.0");
    }

    @Test
    void letsOtherMachinesInWithACertificate() throws IOException {
        environment.put("HUB_BIND", "0.0.0.0");
        environment.put("HUB_TLS_CERT", Files.createFile(checkout.resolve("chain.pem")).toString());
        environment.put("HUB_TLS_KEY", Files.createFile(checkout.resolve("key.pem")).toString());

        assertThat(read(HubMode.DEMO).certificate()).contains(new StartSettings.Certificate(checkout.resolve("chain.pem"), checkout.resolve("key.pem")));
    }

    @Test
    void refusesACertificateWithoutKey() throws IOException {
        environment.put("HUB_TLS_CERT", Files.createFile(checkout.resolve("chain.pem")).toString());

        refusedBy(HubMode.DEMO, "HUB_TLS_CERT and HUB_TLS_KEY go together");
    }

    @Test
    void runNeedsSignIn() {
        refusedBy(HubMode.RUN, "HUB_OIDC_ISSUER is not set", "HUB_OIDC_CLIENT_ID is not set", "HUB_OIDC_CLIENT_SECRET is not set");
    }

    @Test
    void runRefusesAMovedClock() {
        environment.putAll(signIn());
        environment.put("HUB_CLOCK", "2026-11-23T08:40:00Z");

        refusedBy(HubMode.RUN, "HUB_CLOCK is set");
    }

    @Test
    void runRefusesTheFolderOfADemonstration() throws IOException {
        environment.putAll(signIn());
        environment.put("HUB_DATA_DIR", checkout.resolve("data").toString());
        Path accounts = HubMode.demoAccounts(checkout.resolve("data"));
        Files.createDirectories(accounts.getParent());
        Files.writeString(accounts, "{}");

        refusedBy(HubMode.RUN, "the folder of a demonstration");
    }

    @Test
    void runTakesSignInAndPrintsNoSecret() {
        environment.putAll(signIn());

        StartSettings settings = read(HubMode.RUN);

        assertThat(settings.signIn().orElseThrow().clientSecret()).isEqualTo("s3cret");
        assertThat(settings).asString().doesNotContain("s3cret");
        assertThat(settings.hub().demo()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"HUB_DB_PASSWORD", "HUB_BROKER_PASSWORD", "HUB_OIDC_CLIENT_SECRET"})
    void neverRepeatsASecret(HubOption option) {
        environment.put(option.name(), "hush \0");

        assertThat(option.isSecret()).isTrue();
        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> read(HubMode.RUN)).satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hush"));
    }

    @Test
    void refusesAConfigFolderThatIsNone() {
        environment.put("HUB_CONFIG_DIR", checkout.resolve("nowhere").toString());

        refusedBy(HubMode.DEMO, "HUB_CONFIG_DIR is " + checkout.resolve("nowhere"));
    }

    @Test
    void readsTheAccountsOfAnExternalSftpServer() throws IOException {
        environment.putAll(signIn());
        environment.put("HUB_SFTP_HOST", "files.example");
        environment.put("HUB_SFTP_ACCOUNTS", new ForeignSftpServer(checkout).writeAccounts(checkout, "avonford-police").toString());
        refusedBy(HubMode.RUN, "HUB_SFTP_ACCOUNTS: sftp-accounts.yaml:");

        environment.put("HUB_SFTP_ACCOUNTS", withPort(new ForeignSftpServer(checkout).writeAccounts(checkout, "avonford-police")).toString());

        assertThat(read(HubMode.RUN).sftp().orElseThrow().host()).isEqualTo("files.example");
        assertThat(read(HubMode.RUN).sftp().orElseThrow().accounts().accounts()).hasSize(1);
        refusedBy(HubMode.DEMO, "HUB_SFTP_HOST is set: 'ehub demo' drops its samples into its own SFTP server");
    }

    @Test
    void externalSftpNeedsItsAccounts() {
        environment.put("HUB_SFTP_HOST", "files.example");
        refusedBy(HubMode.DEMO_EMPTY, "HUB_SFTP_HOST is set, so HUB_SFTP_ACCOUNTS must be set too");

        environment.put("HUB_SFTP_ACCOUNTS", checkout.resolve("nowhere.yaml").toString());
        refusedBy(HubMode.DEMO_EMPTY, "HUB_SFTP_ACCOUNTS is " + checkout.resolve("nowhere.yaml") + ", which cannot be read");
    }

    /** A server that was never started has no port yet. */
    private static Path withPort(Path accounts) throws IOException {
        return Files.writeString(accounts, Files.readString(accounts).replace("port: 0", "port: 22"));
    }

    private StartSettings read(HubMode mode) {
        return SettingsReader.read(mode, environment, checkout);
    }

    private void refusedBy(HubMode mode, String... lines) {
        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> read(mode)).satisfies(failure -> assertThat(failure.getMessage()).contains(lines));
    }

    private static Map<String, String> signIn() {
        return Map.of("HUB_OIDC_ISSUER", "https://sign-in.example/realm", "HUB_OIDC_CLIENT_ID", "hub", "HUB_OIDC_CLIENT_SECRET", "s3cret");
    }
}
