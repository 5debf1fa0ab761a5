package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.earlyhelp.hub.cli.backup.Verb;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The whole data folder is destroyed, and the hub comes back from its backup and its key folder. Each test starts two hubs: longer than a test's usual limit on a busy machine. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BackupJourneyTests {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<String> COUNTED = List.of("record", "mention", "person", "link", "family", "need", "alert", "alert_version", "outbox", "delivery", "attendance_month");
    @TempDir
    private Path folder;

    @Test
    void comesBackAfterEverythingIsDestroyed() throws IOException {
        try (ErasureDay day = new ErasureDay(folder)) {
            day.drop("avonford-schools", "school-attendance", "attendance.csv", ErasureDay.attendance("20/11/2026"));
            day.drop("avonford-police", "missing-children", "first.json", ErasureDay.missing(1));
            String before = counts(day);
            String mirelle = day.mirelle();
            Verb taken = Verb.backup(environment(day), backup().toString());
            assertThat(taken.problem()).isNull();
            day.drop("avonford-police", "missing-children", "second.json", ErasureDay.missing(2));
            await().atMost(LIMIT).until(() -> arrivals() == 3);
            day.stop();
            destroy();

            Verb restored = Verb.restore(environment(day), backup().toString());
            assertThat(restored.problem()).isNull();
            day.start();

            assertThat(counts(day)).isEqualTo(before);
            assertThat(day.mirelle()).isEqualTo(mirelle);
            assertThat(day.count("SELECT count(*) FROM restoration WHERE by_whom = 'j.operator' AND reason = 'the disk is gone'")).isOne();
            assertThat(day.count("SELECT count(*) FROM sharing_entry WHERE kind = 'CORRECTED'")).isOne();
            await().atMost(LIMIT).until(() -> day.count("SELECT count(*) FROM outbox WHERE published_at IS NULL") == 0);
            await().atMost(LIMIT).until(() -> day.hub.bean(LogWatch.class).state().standing() == LogState.Standing.STOPPED);
            asksForTheSecondFileUntilItIsThere(day);
        }
    }

    private void asksForTheSecondFileUntilItIsThere(ErasureDay day) {
        Path sheet = folder.resolve("data/sftp/homes/avonford-police/out/resend.csv");
        await().atMost(LIMIT).until(() -> Files.exists(sheet) && Files.readString(sheet).lines().count() == 3);
        assertThat(sheet).content().contains("missing-children,2026-11-23T", ",R-20261123-").doesNotContain("second.json");
        Path schools = folder.resolve("data/sftp/homes/avonford-schools/out/resend.csv");
        await().atMost(LIMIT).until(() -> Files.exists(schools));
        assertThat(schools).content().contains("every file sent after this time").doesNotContain("school-attendance");

        day.drop("avonford-police", "missing-children", "second-again.json", ErasureDay.missing(2));

        await().atMost(LIMIT).until(() -> Files.readString(sheet).lines().count() == 2);
        assertThat(day.count("SELECT count(*) FROM record WHERE version = 2")).isOne();
        assertThat(day.count("SELECT count(*) FROM resend_file WHERE came_at IS NULL")).isZero();
    }

    @Test
    void takesFilesAgainWhoseRawCopyOutlivedTheDatabase() throws IOException {
        try (ErasureDay day = new ErasureDay(folder)) {
            day.drop("avonford-schools", "school-attendance", "attendance.csv", ErasureDay.attendance("20/11/2026"));
            Verb.backup(environment(day), backup().toString());
            day.drop("avonford-police", "missing-children", "first.json", ErasureDay.missing(1));
            await().atMost(LIMIT).until(() -> arrivals() == 2);
            day.stop();
            FileSystemUtils.deleteRecursively(folder.resolve("data/postgres"));

            assertThat(Verb.restore(environment(day), backup().toString()).problem()).isNull();
            day.start();

            await().atMost(LIMIT).until(() -> day.count("SELECT count(*) FROM record WHERE feed = 'missing-children'") == 1);
            await().atMost(LIMIT).until(() -> day.count("SELECT count(*) FROM alert WHERE queue = 'frontdoor.first-contact'") == 1);
            assertThat(day.count("SELECT count(*) FROM alert WHERE ref > 'A-2026-010000'")).isEqualTo(day.count("SELECT count(*) FROM alert"));
        }
    }

    @Test
    void erasesAgainWhomTheBackupBringsBack() throws IOException {
        try (ErasureDay day = new ErasureDay(folder)) {
            day.play();
            String mirelle = day.mirelle();
            // What waits for its place in a log that is stopped after the restore is erased only once two people let it go on.
            await().atMost(LIMIT).until(() -> day.hub.bean(LogWatch.class).state().pending() == 0);
            Verb.backup(environment(day), backup().toString());
            Browser ig = day.browser("ig");
            ig.post("/rights/erasure/plan?person=" + mirelle, "/rights/erasure/plan", Map.of("person", mirelle, "ground", "UNLAWFUL", "reason", "Sent in error", "override", "It was somebody else"));
            day.browser("manager").post("/rights/erasure/E-2026-000001", "/rights/erasure/E-2026-000001/confirm", Map.of());
            await().atMost(LIMIT).until(() -> day.count("SELECT count(*) FROM erasure WHERE state = 'DONE'") == 1);
            day.stop();
            destroy();

            assertThat(Verb.restore(environment(day), backup().toString()).problem()).isNull();
            day.start();

            assertThat(day.count("SELECT count(*) FROM person WHERE ref = '" + mirelle + "'")).isZero();
            assertThat(day.count("SELECT count(*) FROM mention WHERE person ->> 'forenames' = 'Mirelle'")).isZero();
            assertThat(day.count("SELECT count(*) FROM mention WHERE person ->> 'forenames' = 'Tobias'")).isPositive();
            await().atMost(LIMIT).until(() -> day.count("SELECT count(*) FROM erasure WHERE state = 'DONE'") == 1);
            assertThat(day.rawFiles()).noneMatch(file -> file.contains("Mirelle"));
        }
    }

    private static Map<String, String> environment(ErasureDay day) {
        return day.environment;
    }

    private void destroy() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("data"));
    }

    private Path backup() {
        return folder.resolve("backup");
    }

    /** How many arrivals the journal names by now. */
    private long arrivals() throws IOException {
        Path journal = folder.resolve("data-keys/arrivals.jsonl");
        return Files.exists(journal) ? Files.readString(journal).lines().count() : 0;
    }

    private static String counts(ErasureDay day) {
        return COUNTED.stream().map(table -> table + " " + day.count("SELECT count(*) FROM " + table)).toList().toString();
    }
}
