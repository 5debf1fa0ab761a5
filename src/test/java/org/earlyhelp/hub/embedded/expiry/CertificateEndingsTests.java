package org.earlyhelp.hub.embedded.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;
import org.earlyhelp.hub.cli.outside.MadeCertificate;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.earlyhelp.hub.embedded.settings.TrustedCertificates;
import org.earlyhelp.hub.intake.expiry.Ending;
import org.earlyhelp.hub.intake.expiry.EndingSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateEndingsTests {
    private static final Duration SOON = Duration.ofDays(10).plusHours(1);
    private static final Duration LATE = Duration.ofDays(400);
    @TempDir
    private Path folder;
    private final Map<String, String> environment = new HashMap<>();

    private StartSettings settings() {
        return SettingsReader.read(HubMode.DEMO_EMPTY, environment, folder);
    }

    private void brokerAt(int port) {
        environment.putAll(Map.of("HUB_BROKER_URL", "failover:(ssl://127.0.0.1:" + port + ")?timeout=5000", "HUB_BROKER_USER", "hub", "HUB_BROKER_PASSWORD", "secret"));
    }

    @Test
    void tellsOfEachCertificateOfTheBrokersAuthority() throws IOException {
        String both = Files.readString(MadeCertificate.endingIn(SOON).write(folder.resolve("1.pem"))) + Files.readString(MadeCertificate.endingIn(LATE).write(folder.resolve("2.pem")));
        brokerAt(1);
        environment.put("HUB_BROKER_CA", Files.writeString(folder.resolve("ca.pem"), both).toString());

        List<Ending> endings = CertificateFiles.of(settings()).look().endings();

        assertThat(endings).extracting(Ending::key, Ending::isNear).containsExactly(org.assertj.core.groups.Tuple.tuple("HUB_BROKER_CA 1", true), org.assertj.core.groups.Tuple.tuple("HUB_BROKER_CA 2", false));
        assertThat(endings.get(0).words()).startsWith("A certificate by which the broker is believed (HUB_BROKER_CA) ends on ").contains("(in 10 days)");
    }

    @Test
    void tellsOfTheFirstToEndOfItsOwnChainAndOfTheDatabasesAuthority() throws IOException {
        String chain = Files.readString(MadeCertificate.endingIn(LATE).write(folder.resolve("1.pem"))) + Files.readString(MadeCertificate.endingIn(SOON.negated()).write(folder.resolve("2.pem")));
        environment.putAll(Map.of("HUB_TLS_CERT", Files.writeString(folder.resolve("chain.pem"), chain).toString(), "HUB_TLS_KEY", Files.writeString(folder.resolve("key.pem"), "x").toString(),
                "HUB_DB_URL", "jdbc:postgresql://db.example:5432/hub?sslmode=verify-full&sslrootcert=" + folder.resolve("1.pem"), "HUB_DB_USER", "hub", "HUB_DB_PASSWORD", "secret"));

        EndingSource.Look look = CertificateFiles.of(settings()).look();

        assertThat(look.endings()).extracting(Ending::key).containsExactly("HUB_TLS_CERT", "HUB_DB_URL sslrootcert 1");
        assertThat(look.endings().get(0).isOver()).isTrue();
        Files.delete(folder.resolve("1.pem"));
        assertThat(CertificateFiles.of(settings()).look().unseen()).contains("HUB_DB_URL sslrootcert 1");
    }

    @Test
    void looksAtWhatTheBrokerShows() throws Exception {
        try (SSLServerSocket server = (SSLServerSocket) MadeCertificate.endingIn(SOON.negated()).serving().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread greeting = new Thread(() -> greet(server));
            greeting.setDaemon(true);
            greeting.start();
            brokerAt(server.getLocalPort());

            assertThat(ShownCertificates.of(settings()).look().endings()).singleElement().satisfies(ending -> {
                assertThat(ending.isOver()).isTrue();
                assertThat(ending.words()).startsWith("The certificate that the broker 127.0.0.1 shows ended on ");
            });
        }
    }

    @Test
    void saysOfAServerThatIsAwayThatItSawNothing() throws IOException {
        // Bound and not listened on, so that nobody else is given the port meanwhile.
        try (Socket kept = new Socket()) {
            kept.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            brokerAt(kept.getLocalPort());

            assertThat(ShownCertificates.of(settings()).look()).isEqualTo(new EndingSource.Look(List.of(), java.util.Set.of("broker 127.0.0.1:" + kept.getLocalPort())));
        }
    }

    @Test
    void asksOnlyADatabaseThatIsToSpeakTls() {
        assertThat(DatabaseAddress.of("jdbc:postgresql://db.example:6432/hub?sslmode=verify-full").server()).contains(new TlsServer("db.example", 6432, true));
        assertThat(DatabaseAddress.of("jdbc:postgresql://127.0.0.1/hub").server()).isEmpty();
        assertThat(DatabaseAddress.of("jdbc:postgresql://127.0.0.1/hub?sslmode=disable").server()).isEmpty();
    }

    @Test
    void believesNothingThatHasEnded() throws Exception {
        MadeCertificate ended = MadeCertificate.endingIn(SOON.negated());
        MadeCertificate good = MadeCertificate.endingIn(SOON);
        X509Certificate[] shown = {ended.certificate()};

        assertThatExceptionOfType(CertificateExpiredException.class).isThrownBy(() -> trust(ended).checkServerTrusted(shown, "UNKNOWN"));
        assertThatNoException().isThrownBy(() -> trust(good).checkServerTrusted(new X509Certificate[] {good.certificate()}, "UNKNOWN"));
    }

    private X509TrustManager trust(MadeCertificate certificate) throws IOException {
        return (X509TrustManager) TrustedCertificates.read(certificate.write(folder.resolve("trust.pem")))[0];
    }

    private static void greet(SSLServerSocket server) {
        try (SSLSocket caller = (SSLSocket) server.accept()) {
            caller.startHandshake();
            caller.getInputStream().read();
        } catch (IOException e) {
            // The caller has seen enough.
            return;
        }
    }
}
