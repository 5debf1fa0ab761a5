package org.earlyhelp.hub.embedded.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorSettingsTests extends SettingsTest {
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
}
