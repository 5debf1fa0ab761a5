package org.earlyhelp.hub.embedded.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.learned.ModelSource;
import org.earlyhelp.hub.linkage.weight.WeightModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsReaderTests extends SettingsTest {
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

    @Test
    void refusesKeysInsideTheData() {
        environment.put("HUB_DATA_DIR", "/srv/hub");
        environment.put("HUB_KEY_DIR", "/srv/hub/x/../keys");

        refusedBy(HubMode.DEMO, "HUB_KEY_DIR must not lie inside HUB_DATA_DIR");
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
}
