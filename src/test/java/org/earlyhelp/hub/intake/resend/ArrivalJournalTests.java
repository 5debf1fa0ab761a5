package org.earlyhelp.hub.intake.resend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.kernel.HubSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalJournalTests {
    private static final Instant DAY = Instant.parse("2026-11-23T08:00:00Z");
    @TempDir
    private Path folder;
    private ArrivalJournal journal;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(folder.resolve("keys"));
        journal = new ArrivalJournal(new HubSettings(folder.resolve("data"), folder, folder.resolve("keys"), false));
    }

    @Test
    void keepsArrivalsInOrderForTheOwnerAlone() throws IOException {
        journal.add(List.of(file("R-1", DAY), file("R-2", DAY)));
        journal.add(List.of());
        journal.add(List.of(file("R-3", DAY)));

        assertThat(journal.read()).containsExactly(file("R-1", DAY), file("R-2", DAY), file("R-3", DAY));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/arrivals.jsonl")))).isEqualTo("rw-------");
    }

    @Test
    void leavesOutALineThatACrashCutOffAndGoesOnBehindIt() throws IOException {
        journal.add(List.of(file("R-1", DAY)));
        Files.writeString(folder.resolve("keys/arrivals.jsonl"), "{\"receipt\":\"R-2\",\"up", StandardOpenOption.APPEND);

        journal.add(List.of(file("R-3", DAY)));

        assertThat(journal.read()).containsExactly(file("R-1", DAY), file("R-3", DAY));
    }

    @Test
    void takesALineThatDoesNotSayWhatCameForAFile() throws IOException {
        Files.writeString(folder.resolve("keys/arrivals.jsonl"), """
                {"receipt":"R-1","upload":"01K4R-1","agency":"avonford-schools","feed":"school-attendance","sha256":"ab","bytes":12,"receivedAt":"2026-11-23T08:00:00Z"}
                """);

        assertThat(journal.read()).containsExactly(file("R-1", DAY));
    }

    @Test
    void dropsWhatIsOlderThanItKeeps() {
        journal.add(List.of(file("R-1", DAY.minusSeconds(91L * 86_400)), file("R-2", DAY.minusSeconds(89L * 86_400))));

        journal.tidy(DAY);

        assertThat(journal.read()).extracting(LostFile::receipt).containsExactly("R-2");
    }

    @Test
    void beginsAnewWhenTheFormerIsSetAside() {
        journal.setAside(DAY);
        journal.add(List.of(file("R-1", DAY)));
        journal.setAside(DAY);

        assertThat(journal.read()).isEmpty();
        assertThat(folder.resolve("keys/arrivals-before-" + DAY.getEpochSecond() + ".jsonl")).exists();
    }

    @Test
    void asksForWhatIsNamedAndForWhatIsNot() {
        assertThat(ResendSheet.text(List.of(file("R-1", DAY)), DAY)).isEqualTo("""
                feed,received_at,receipt,bytes,sha256,what_to_do\r
                school-attendance,2026-11-23T08:00:00Z,R-1,12,ab,"This file is not in the hub any more. Please send it again, in this order."\r
                ,2026-11-23T08:00:00Z,,,,Please send again every file sent after this time. What the hub has already changes nothing.\r
                """);
    }

    private static LostFile file(String receipt, Instant at) {
        return LostFile.file(receipt, "01K4" + receipt, new AccountName("avonford-schools", null), "school-attendance", "ab", 12, at);
    }
}
