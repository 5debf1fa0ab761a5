package org.earlyhelp.hub.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;

class ServerVersionTests {
    @Test
    void takesTheOneThatTheHubBringsAlong() {
        assertThatCode(() -> ServerVersion.require(TestDatabase.empty())).doesNotThrowAnyException();
        assertThatCode(() -> ServerVersion.require(ServerVersion.LEAST, "15.0")).doesNotThrowAnyException();
    }

    @Test
    void refusesAnOlderOneByItsName() {
        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> ServerVersion.require(14, "14.9 (Debian 14.9-1)"))
                .withMessage("The database is PostgreSQL 14.9 (Debian 14.9-1) and the hub needs 15 or later: nothing was changed on it. Give HUB_DB_URL a newer server.");
    }

    @Test
    void isWhatTheRunbookSays() throws IOException {
        assertThat(Files.readString(Path.of("src/docs/runbook/use-your-own-servers.md"))).contains("## PostgreSQL " + ServerVersion.LEAST + " or later");
    }
}
