package org.earlyhelp.hub.sharing.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.CheckpointReceiver;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.sharing.mail.Mailer;
import org.earlyhelp.hub.sharing.storage.PostedCheckpoints;
import org.earlyhelp.hub.support.MailServer;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyCheckpointTests {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:40:00Z");
    private final DataSource database = TestDatabase.fresh();
    @TempDir
    private Path folder;

    private DailyCheckpoint daily(LogHub hub, Instant now, CheckpointReceiver... receivers) {
        return new DailyCheckpoint(List.of(receivers), hub.log(), new PostedCheckpoints(hub.sql), HubClock.fixedAt(now));
    }

    @Test
    void givesEachPlaceOneCheckpointADay() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        LogHub hub = new LogHub(database, folder);
        daily(hub, MONDAY, new CheckpointFolder(outside)).post();
        assertThat(outside).isEmptyDirectory();

        hub.with(3);
        daily(hub, MONDAY, new CheckpointFolder(outside)).post();
        hub.with(2);
        daily(hub, MONDAY, new CheckpointFolder(outside)).post();
        assertThat(Files.readString(outside.resolve("sharing-log-2026-11-23.checkpoint"))).startsWith("early-help-hub/test/1\n3\n");

        daily(hub, MONDAY.plusSeconds(86_400), new CheckpointFolder(outside)).post();
        assertThat(Files.readString(outside.resolve("sharing-log-2026-11-24.checkpoint"))).startsWith("early-help-hub/test/1\n5\n");
    }

    @Test
    void offersItAgainWhereItWasNotTaken() throws IOException {
        Path gone = folder.resolve("gone");
        LogHub hub = new LogHub(database, folder).with(1);
        Path other = Files.createDirectory(folder.resolve("other"));
        DailyCheckpoint daily = daily(hub, MONDAY, named("one", gone), named("two", other));
        daily.post();
        assertThat(other).isDirectoryContaining(file -> file.toString().endsWith(".checkpoint"));
        Files.createDirectory(gone);
        daily.post();
        assertThat(gone).isDirectoryContaining(file -> file.toString().endsWith(".checkpoint"));
    }

    @Test
    void overwritesNoDaysFile() {
        new CheckpointFolder(folder).take(LocalDate.of(2026, 11, 23), "first\n");
        new CheckpointFolder(folder).take(LocalDate.of(2026, 11, 23), "second\n");
        assertThat(folder.resolve("sharing-log-2026-11-23.checkpoint")).hasContent("first\n");
        assertThatThrownBy(() -> new CheckpointFolder(folder.resolve("no")).take(LocalDate.EPOCH, "x\n")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void mailsIt() throws IOException {
        try (MailServer server = new MailServer(false)) {
            new CheckpointMail(new Mailer(server.address(), "hub@example.org", "", ""), "officer@example.org").take(LocalDate.of(2026, 11, 23), "early-help-hub/test/1\n3\n");
            assertThat(server.mails()).singleElement().asString().contains("To: officer@example.org", "Subject: Sharing log of the Early Help Hub, 2026-11-23", "early-help-hub/test/1");
        }
    }

    @Test
    void saysSoWhenTheMailIsNotTaken() throws IOException {
        try (MailServer server = new MailServer(true)) {
            CheckpointMail refused = new CheckpointMail(new Mailer(server.address(), "hub@example.org", "", ""), "officer@example.org");
            assertThatThrownBy(() -> refused.take(LocalDate.EPOCH, "x\n")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void sendsNoPasswordOverAnOpenLine() throws IOException {
        try (MailServer server = new MailServer(false)) {
            CheckpointMail open = new CheckpointMail(new Mailer(server.address(), "hub@example.org", "hub", "secret"), "officer@example.org");
            assertThatThrownBy(() -> open.take(LocalDate.EPOCH, "x\n")).isInstanceOf(IllegalStateException.class);
            assertThat(server.mails()).isEmpty();
        }
    }

    private static CheckpointReceiver named(String name, Path place) {
        CheckpointFolder folder = new CheckpointFolder(place);
        return new CheckpointReceiver() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void take(LocalDate day, String note) {
                folder.take(day, note);
            }
        };
    }
}
