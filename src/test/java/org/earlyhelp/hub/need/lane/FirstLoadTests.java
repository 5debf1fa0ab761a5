package org.earlyhelp.hub.need.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.alert.Backlog;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.intake.alarm.AlarmLedger;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.raw.TextVault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.sharing.SharingRoom;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** Twelve months of notices, assessed by the shipped rules and read by the alert room, on the day the feeds go live. */
class FirstLoadTests {
    private static final String POLICE = "avonford-police";
    private static final LocalDate LIVE = LocalDate.parse("2026-11-23");
    private static final int FAMILIES = 10;
    private static final int EVERY_FIFTH = 5;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    @TempDir
    private Path folder;
    private Borough borough;
    private AssessmentLane lane;

    @ComponentScan(basePackages = {"org.earlyhelp.hub.alert.desk", "org.earlyhelp.hub.alert.storage"})
    @ComponentScan(basePackages = "org.earlyhelp.hub.sharing", useDefaultFilters = false, includeFilters =
            @Filter(type = FilterType.REGEX, pattern = "org\\.earlyhelp\\.hub\\.sharing\\.(SharingConfiguration|storage\\.(EntryTable|StoredEntries|KeyTable))"))
    static class AlertParts {
    }

    @BeforeEach
    void wire() throws IOException {
        DataSource database = TestDatabase.fresh();
        borough = new Borough(database);
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(TextSeal.class, () -> new TextVault(context.getBean(HubSettings.class)));
        context.registerBean(LogWatch.class, SharingRoom::signing);
        context.registerBean(AlarmLedger.class, () -> AlarmLedger.in(database, context.getBean(HubClock.class)));
        context.registerBean(OperatorAlarms.class, () -> context.getBean(AlarmLedger.class).alarms());
        context.register(LaneWiring.class, AlertParts.class);
        context.refresh();
        lane = context.getBean(AssessmentLane.class);
        lane.stop();
        context.getBean(RuleBook.class).load(Path.of("rules"));
        context.getBean(AgreementBook.class).load(agreementsLiveToday());
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void raisesNoClockedAlertBelowLevelFour() {
        loadTwelveMonths();

        lane.drain();

        assertThat(inbox()).hasSize(FAMILIES / EVERY_FIFTH).allMatch(row -> row.level() == 4 && row.queue() == AlertQueue.FIRST_CONTACT);
        assertThat(waiting()).isEqualTo(FAMILIES - FAMILIES / EVERY_FIFTH);
    }

    @Test
    void aFactOfTheFirstLiveDayRaisesAndTheNextNightNothing() {
        loadTwelveMonths();
        lane.drain();

        notice("today", LIVE + "T06:00:00Z", 1, RiskGrade.LOW);
        lane.drain();
        assertThat(inbox()).filteredOn(row -> row.queue() == AlertQueue.EARLY_HELP).extracting(AlertRow::family).containsExactly("F-1");
        List<AlertRow> before = inbox();
        for (int family = 0; family < FAMILIES; family++) {
            borough.touched("F-" + family, false);
        }
        lane.drain();

        assertThat(inbox()).isEqualTo(before);
        assertThat(waiting()).isEqualTo(FAMILIES - FAMILIES / EVERY_FIFTH - 1);
    }

    private void loadTwelveMonths() {
        for (int family = 0; family < FAMILIES; family++) {
            borough.family("F-" + family).child("P-" + family, "F-" + family, "2012-05-01");
            for (int month = 0; month < 12; month++) {
                LocalDate day = LIVE.minusDays(3).minusMonths(month);
                String number = family + "-" + month;
                notice(number, day + "T20:00:00Z", family, RiskGrade.LOW);
                borough.record(POLICE, "missing-children", number, 2, report(Kind.RETURNED, day + "T20:00:00Z", null, Instant.parse(day + "T23:00:00Z")), Role.CHILD, "P-" + family);
            }
            if (family % EVERY_FIFTH == 0) {
                notice(family + "-high", LIVE.minusDays(1) + "T20:00:00Z", family, RiskGrade.HIGH);
            }
        }
    }

    private void notice(String number, String reportedAt, int family, RiskGrade grade) {
        borough.record(POLICE, "missing-children", number, report(Kind.INITIAL, reportedAt, grade, null), Role.CHILD, "P-" + family).touched("F-" + family, true);
    }

    private static MissingReport report(Kind kind, String reportedAt, RiskGrade grade, Instant returnedAt) {
        return new MissingReport(kind, "AVP", Instant.parse(reportedAt), null, null, grade, null, returnedAt, null);
    }

    /** The shipped agreements, every feed live from today. */
    private Path agreementsLiveToday() throws IOException {
        Files.createDirectories(folder.resolve("schema"));
        for (Path from : files("agreements")) {
            Files.writeString(folder.resolve(from.getFileName()), Files.readString(from).replaceAll("live: [0-9-]{10}", "live: " + LIVE));
        }
        for (Path from : files("agreements/schema")) {
            Files.copy(from, folder.resolve("schema").resolve(from.getFileName()));
        }
        return folder;
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(name))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private List<AlertRow> inbox() {
        return context.getBean(AlertDirectory.class).inbox(100);
    }

    private long waiting() {
        return context.getBean(Backlog.class).counts().stream().mapToLong(Backlog.Count::families).sum();
    }
}
