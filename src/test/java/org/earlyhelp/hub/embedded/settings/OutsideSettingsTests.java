package org.earlyhelp.hub.embedded.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.witness.LogOnPaper;
import org.earlyhelp.hub.support.ForeignSftpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideSettingsTests extends SettingsTest {
    private static final StartSettings.Told NOBODY = new StartSettings.Told(Optional.empty(), Optional.empty());
    private static final String WITNESS = NoteKey.of("witness.example", NoteKey.Kind.WITNESS, LogOnPaper.keyPair().getPublic()).vkey();

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
}
