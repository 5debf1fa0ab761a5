package org.earlyhelp.hub.intake.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.alarm.AlarmLedger;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.FeedRecordStore;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A week of November 2026: Monday is the 23rd. */
class FeedWatchTests {
    private static final String SCHOOLS = "avonford-schools/school-attendance";
    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final DeliveryStore deliveries = new DeliveryStore(sql);
    private final AgreementBook agreements = new AgreementBook();
    private final MovingClock clock = new MovingClock("2026-11-22T08:00:00Z");
    private final AlarmLedger alarms = AlarmLedger.in(database, clock.asHubClock());
    private FeedWatch watch;
    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        IntakeHub.copy(Path.of("agreements"), folder.resolve("agreements"));
        agreements.load(folder.resolve("agreements"));
        restart();
        look("2026-11-22T08:00:00Z");
    }

    private void restart() {
        watch = new FeedWatch(agreements, new FeedRecordStore(sql), alarms.alarms(), clock.asHubClock(), schoolDays());
    }

    private static ObjectProvider<KnownSchoolDays> schoolDays() {
        KnownSchoolDays weekdays = day -> day.getDayOfWeek().getValue() <= 5;
        return new ObjectProvider<>() {
            @Override
            public KnownSchoolDays getObject() {
                return weekdays;
            }

            @Override
            public Stream<KnownSchoolDays> stream() {
                return Stream.of(weekdays);
            }
        };
    }

    private List<String> look(String at) {
        clock.to(at);
        watch.look();
        return alarms.open();
    }

    private List<String> schools(String at) {
        return look(at).stream().filter(key -> key.endsWith(SCHOOLS)).toList();
    }

    /** A file of the schools that was taken with so many records, of which so many were bad. */
    private void file(String at, Stage stage, long records, long rejected) {
        file(null, at, stage, records, rejected);
    }

    private void file(String sender, String at, Stage stage, long records, long rejected) {
        Optional<?> inserted = deliveries.insert(new DeliveryStore.Arrival(Ids.receiptRef(clock.asHubClock().today()), Ids.ulid(clock.asHubClock()), "avonford-schools", sender, "school-attendance", false, "x.csv", 1,
                "sha-" + sender + at, stage, null, Instant.parse(at)));
        assertThat(inserted).isPresent();
        sql.sql("UPDATE delivery SET accepted = ?, rejected = ? WHERE sha256 = ?").params(records - rejected, rejected, "sha-" + sender + at).update();
    }

    private void agree(String before, String now) throws IOException {
        Path file = folder.resolve("agreements/avonford-schools.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, now));
        agreements.load(folder.resolve("agreements"));
    }

    @Test
    void takesAFileWithoutRowsOrOfOldContentForNoNews() {
        file("2026-11-23T09:00:00Z", Stage.ACCEPTED, 0, 0);
        file("2026-11-23T09:05:00Z", Stage.DUPLICATE, 0, 0);

        assertThat(schools("2026-11-23T12:30:00Z")).containsExactly("feed-late:" + SCHOOLS);
        assertThat(alarms.words("feed-late:" + SCHOOLS)).contains("What came for 23 November 2026 had no rows, or the content of an earlier file");
        file("2026-11-23T13:00:00Z", Stage.PARTIAL, 10, 1);
        assertThat(schools("2026-11-23T13:01:00Z")).isEmpty();
    }

    @Test
    void hearsTheSilenceOfOneSenderAmongOthers() throws IOException {
        agree("feeds:\n", "senders:\n  oak: {name: Oak Primary School, urn: \"999101\"}\n  elm: {name: Elm Academy, urn: \"999102\"}\nfeeds:\n");
        file("elm", "2026-11-23T09:00:00Z", Stage.ACCEPTED, 10, 0);
        look("2026-11-23T09:00:30Z");
        for (int day = 23; day <= 27; day++) {
            file("oak", "2026-11-%dT09:01:00Z".formatted(day), Stage.ACCEPTED, 10, 0);
        }

        assertThat(look("2026-11-26T12:29:00Z")).doesNotContain("feed-silent:avonford-schools.elm/school-attendance");
        assertThat(look("2026-11-26T12:30:00Z")).contains("feed-silent:avonford-schools.elm/school-attendance").doesNotContain("feed-silent:" + SCHOOLS);
        assertThat(alarms.words("feed-silent:avonford-schools.elm/school-attendance")).startsWith("avonford-schools.elm/school-attendance: No file at all since");
        file("elm", "2026-11-26T13:00:00Z", Stage.ACCEPTED, 10, 0);
        assertThat(look("2026-11-26T13:01:00Z")).doesNotContain("feed-silent:avonford-schools.elm/school-attendance");
    }

    @Test
    void makesOneAlarmOfManySilentSenders() throws IOException {
        List<String> senders = List.of("ash", "box", "elm", "fir", "oak", "yew");
        StringBuilder named = new StringBuilder("senders:\n");
        senders.forEach(sender -> named.append("  ").append(sender).append(": {name: School ").append(sender).append(", urn: \"99910").append(senders.indexOf(sender)).append("\"}\n"));
        agree("feeds:\n", named + "feeds:\n");
        senders.forEach(sender -> file(sender, "2026-11-23T09:00:00Z", Stage.ACCEPTED, 10, 0));
        look("2026-11-23T09:00:30Z");

        assertThat(silentSenders("2026-11-26T12:30:00Z")).containsExactly("feed-silent:avonford-schools.*/school-attendance");
        assertThat(alarms.words("feed-silent:avonford-schools.*/school-attendance")).startsWith("avonford-schools.*/school-attendance: 6 senders, each by itself, ").contains("No file at all since");
        senders.subList(2, 6).forEach(sender -> file(sender, "2026-11-26T13:00:00Z", Stage.ACCEPTED, 10, 0));
        assertThat(silentSenders("2026-11-26T13:01:00Z")).containsExactlyInAnyOrder("feed-silent:avonford-schools.ash/school-attendance", "feed-silent:avonford-schools.box/school-attendance");
    }

    private List<String> silentSenders(String at) {
        return look(at).stream().filter(key -> key.startsWith("feed-silent:avonford-schools.")).toList();
    }

    @Test
    void seesThatOneSenderFailsAmongOthers() throws IOException {
        agree("feeds:\n", "senders:\n  oak: {name: Oak Primary School, urn: \"999101\"}\n  elm: {name: Elm Academy, urn: \"999102\"}\nfeeds:\n");
        for (int minute = 10; minute < 16; minute += 2) {
            file("elm", "2026-11-23T09:%d:00Z".formatted(minute), Stage.REJECTED, 0, 0);
            file("oak", "2026-11-23T09:%d:00Z".formatted(minute + 1), Stage.ACCEPTED, 10, 0);
        }

        assertThat(look("2026-11-23T09:20:00Z")).contains("feed-failing:avonford-schools.elm/school-attendance").doesNotContain("feed-failing:" + SCHOOLS, "feed-failing:avonford-schools.oak/school-attendance");
    }

    @Test
    void countsNoDayOfAPauseAgainstAFeed() throws IOException {
        agree("lane: bulk", "lane: bulk, paused: true");
        look("2026-11-23T12:31:00Z");
        look("2026-11-30T08:00:00Z");

        agree("lane: bulk, paused: true", "lane: bulk");

        assertThat(schools("2026-11-30T10:31:00Z")).isEmpty();
        assertThat(schools("2026-12-01T12:30:00Z")).containsExactly("feed-late:" + SCHOOLS);
    }

    @Test
    void countsNoWeekendTowardsASilence() throws IOException {
        agree("grace: PT2H}", "grace: PT2H, silentAfter: P2D}");
        file("2026-11-27T09:00:00Z", Stage.ACCEPTED, 10, 0);

        assertThat(schools("2026-11-30T12:29:00Z")).isEmpty();
        assertThat(schools("2026-12-01T23:59:00Z")).containsExactly("feed-late:" + SCHOOLS);
        assertThat(schools("2026-12-02T00:00:00Z")).containsExactly("feed-late:" + SCHOOLS, "feed-silent:" + SCHOOLS);
    }

    @Test
    void judgesNoSizeOfAFeedThatBecameHourly() throws IOException {
        saysThatAFeedSwelled();

        agree("{rhythm: school-days, by: \"10:30\", grace: PT2H}", "{rhythm: hourly}");

        assertThat(schools("2026-11-23T12:31:00Z")).doesNotContain("feed-swollen:" + SCHOOLS);
    }

    @Test
    void saysOnceThatAFeedIsLateAndOnceThatItCame() {
        assertThat(schools("2026-11-23T12:29:00Z")).isEmpty();
        assertThat(schools("2026-11-23T12:30:00Z")).containsExactly("feed-late:" + SCHOOLS);
        look("2026-11-23T12:31:00Z");
        file("2026-11-23T13:00:00Z", Stage.ACCEPTED, 10, 0);
        assertThat(schools("2026-11-23T13:00:00Z")).isEmpty();
        assertThat(alarms.told(SCHOOLS)).containsExactly("Alarm: feed late", "Over: feed late");
    }

    @Test
    void takesARecallOrAFileThatWasRecalledForNoFile() {
        file("2026-11-23T09:00:00Z", Stage.ACCEPTED, 10, 0);
        sql.sql("UPDATE delivery SET recalled_by = 'R-1'").update();
        file("2026-11-23T09:05:00Z", Stage.ACCEPTED, 10, 0);
        sql.sql("UPDATE delivery SET file_name = 'x.csv.recall' WHERE recalled_by IS NULL").update();

        assertThat(schools("2026-11-23T12:30:00Z")).containsExactly("feed-late:" + SCHOOLS);
    }

    @Test
    void remembersOverARestartWhatItSaid() {
        look("2026-11-23T12:30:00Z");
        restart();
        look("2026-11-23T12:31:00Z");
        assertThat(schools("2026-11-23T13:00:00Z")).containsExactly("feed-late:" + SCHOOLS);
        assertThat(alarms.told(SCHOOLS)).hasSize(1);
    }

    @Test
    void callsNobodyLateForTheTimeTheHubWasDown() {
        file("2026-11-20T09:00:00Z", Stage.ACCEPTED, 10, 0);
        clock.to("2026-11-23T12:40:00Z");
        restart();
        assertThat(schools("2026-11-23T12:54:00Z")).isEmpty();
        assertThat(schools("2026-11-23T12:55:00Z")).containsExactly("feed-late:" + SCHOOLS);
    }

    @Test
    void isQuietInHolidaysAndAtWeekends() {
        file("2026-11-27T09:00:00Z", Stage.ACCEPTED, 10, 0);
        assertThat(schools("2026-11-29T23:59:00Z")).isEmpty();
        assertThat(schools("2026-11-30T12:29:00Z")).isEmpty();
    }

    @Test
    void saysThatAFeedIsSilentAfterThreeMissedFiles() {
        assertThat(schools("2026-11-24T12:30:00Z")).containsExactly("feed-late:" + SCHOOLS);
        assertThat(schools("2026-11-25T12:30:00Z")).containsExactly("feed-late:" + SCHOOLS, "feed-silent:" + SCHOOLS);
        file("2026-11-26T09:00:00Z", Stage.REJECTED, 10, 10);
        assertThat(schools("2026-11-26T09:01:00Z")).doesNotContain("feed-late:" + SCHOOLS, "feed-silent:" + SCHOOLS);
    }

    @Test
    void saysThatAFeedWithoutACertainTimeIsSilent() {
        assertThat(look("2026-11-24T23:59:00Z")).doesNotContain("feed-silent:avonford-police/missing-children");
        assertThat(look("2026-11-25T00:00:00Z")).contains("feed-silent:avonford-police/missing-children").doesNotContain("feed-late:avonford-police/missing-children");
        assertThat(alarms.words("feed-silent:avonford-police/missing-children")).contains("nothing is concluded from it");
    }

    private void usualWeeks() {
        clock.to("2026-11-09T08:00:00Z");
        sql.sql("UPDATE feed_watched SET since = ?::timestamptz").param("2026-11-01T00:00:00Z").update();
        for (int day = 9; day <= 20; day++) {
            file("2026-11-%02dT09:00:00Z".formatted(day), Stage.ACCEPTED, 200, 0);
        }
    }

    @Test
    void saysThatAFeedShrankAndThatItGrewAgain() {
        usualWeeks();
        file("2026-11-23T09:00:00Z", Stage.ACCEPTED, 99, 0);
        assertThat(schools("2026-11-23T12:29:00Z")).isEmpty();
        assertThat(schools("2026-11-23T12:30:00Z")).containsExactly("feed-shrunken:" + SCHOOLS);
        assertThat(alarms.words("feed-shrunken:" + SCHOOLS)).contains("99 records; usual are about 200");
        file("2026-11-24T09:00:00Z", Stage.ACCEPTED, 100, 0);
        assertThat(schools("2026-11-24T12:30:00Z")).isEmpty();
    }

    @Test
    void addsUpTheFilesOfManySchools() {
        usualWeeks();
        for (int school = 10; school < 30; school++) {
            file("2026-11-23T09:00:%02dZ".formatted(school), Stage.ACCEPTED, 10, 0);
        }
        assertThat(schools("2026-11-23T12:30:00Z")).isEmpty();
    }

    @Test
    void saysThatAFeedSwelled() {
        usualWeeks();
        file("2026-11-23T09:00:00Z", Stage.ACCEPTED, 601, 0);
        assertThat(schools("2026-11-23T12:30:00Z")).containsExactly("feed-swollen:" + SCHOOLS);
    }

    @Test
    void knowsNothingUsualOfANewFeed() {
        file("2026-11-23T09:00:00Z", Stage.ACCEPTED, 5, 0);
        assertThat(schools("2026-11-23T12:30:00Z")).isEmpty();
    }

    @Test
    void saysThatAFeedFailsWhenNothingOfItIsTaken() {
        file("2026-11-23T09:00:00Z", Stage.REJECTED, 0, 0);
        file("2026-11-23T09:01:00Z", Stage.INCOMPLETE, 0, 0);
        assertThat(schools("2026-11-23T09:02:00Z")).isEmpty();
        file("2026-11-23T09:03:00Z", Stage.REJECTED, 0, 0);
        assertThat(schools("2026-11-23T09:04:00Z")).containsExactly("feed-failing:" + SCHOOLS);
        file("2026-11-23T09:05:00Z", Stage.PARTIAL, 100, 49);
        assertThat(schools("2026-11-23T09:06:00Z")).isEmpty();
        file("2026-11-23T09:07:00Z", Stage.PARTIAL, 100, 50);
        assertThat(schools("2026-11-23T09:08:00Z")).containsExactly("feed-failing:" + SCHOOLS);
    }

    @Test
    void expectsNothingOfAPausedFeed() throws IOException {
        look("2026-11-23T12:30:00Z");
        Path file = folder.resolve("agreements/avonford-schools.yaml");
        Files.writeString(file, Files.readString(file).replace("lane: bulk", "lane: bulk, paused: true"));
        agreements.load(folder.resolve("agreements"));
        assertThat(schools("2026-11-23T12:31:00Z")).isEmpty();
    }

    @Test
    void beginsAnewWhenTheRhythmChanges() throws IOException {
        Path file = folder.resolve("agreements/avonford-schools.yaml");
        Files.writeString(file, Files.readString(file).replace("{rhythm: school-days, by: \"10:30\", grace: PT2H}", "{rhythm: hourly}"));
        clock.to("2026-11-23T08:10:00Z");
        agreements.load(folder.resolve("agreements"));
        assertThat(schools("2026-11-23T08:10:00Z")).isEmpty();
        assertThat(schools("2026-11-23T10:59:00Z")).isEmpty();
        assertThat(schools("2026-11-23T11:00:00Z")).containsExactly("feed-late:" + SCHOOLS);
        assertThat(watch.nextDue("avonford-schools", "school-attendance")).contains(Instant.parse("2026-11-23T12:00:00Z"));
    }

    @Test
    void holdsNobodysDataInItsWords() {
        look("2026-11-23T12:30:00Z");
        assertThat(alarms.allWords()).isNotEmpty().allSatisfy(words -> assertThat(words).doesNotContain(".csv").doesNotContainPattern("[0-9]{9,}"));
    }
}
