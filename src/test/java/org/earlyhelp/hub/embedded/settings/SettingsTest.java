package org.earlyhelp.hub.embedded.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.earlyhelp.hub.kernel.StartFailure;
import org.junit.jupiter.api.io.TempDir;

/** Reads settings out of an environment made up for a test. */
abstract class SettingsTest {
    @TempDir
    Path checkout;
    final Map<String, String> environment = new HashMap<>();

    StartSettings read(HubMode mode) {
        return SettingsReader.read(mode, environment, checkout);
    }

    void refusedBy(HubMode mode, String... lines) {
        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> read(mode)).satisfies(failure -> assertThat(failure.getMessage()).contains(lines));
    }

    static Map<String, String> signIn() {
        return Map.of("HUB_OIDC_ISSUER", "https://sign-in.example/realm", "HUB_OIDC_CLIENT_ID", "hub", "HUB_OIDC_CLIENT_SECRET", "s3cret");
    }
}
