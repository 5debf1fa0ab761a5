package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The rules and the dashboard of src/docs/monitoring against what a hub really tells, and what it tells when something happens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringJourneyTests {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern MEASURE = Pattern.compile("\\b(?:hub|jvm|http|hikaricp|process|system)_[a-z_]+\\b");
    private static final Pattern LABELLED = Pattern.compile("\\b((?:hub|jvm|http|hikaricp|process|system)_[a-z_]+)\\{([^}]+)\\}");
    private static final Pattern TOLD = Pattern.compile("^([a-z_]+)(?:\\{|\\s)", Pattern.MULTILINE);
    /** Somebody is rung up, or somebody looks at it in working hours. */
    private static final Set<String> SEVERITIES = Set.of("page", "ticket");
    @TempDir
    private static Path folder;
    private ErasureDay day;

    @BeforeAll
    void playTheDay() {
        day = new ErasureDay(folder);
        day.play();
        await().atMost(LIMIT).until(() -> scrape().contains("hub_files{stage=\"ACCEPTED\"} 6.0"));
    }

    @AfterAll
    void stop() {
        day.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alarms.yaml", "dashboard.json"})
    void everyMeasureThatAFileNamesExists(String file) throws IOException {
        Set<String> named = MonitoringFiles.expressions(Path.of("src/docs/monitoring", file)).stream().flatMap(expression -> MEASURE.matcher(expression).results().map(MatchResult::group)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(10);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(told()).containsAll(named));
    }

    /** A rule that asks for a label nobody tells would never go off, nor one that was tried on such a series. */
    @Test
    void everyLabelThatAFileAsksForIsTold() throws IOException {
        List<String> asking = new ArrayList<>(MonitoringFiles.expressions(MonitoringFiles.RULES));
        asking.addAll(MonitoringFiles.expressions(MonitoringFiles.DASHBOARD));
        MonitoringFiles.trials().forEach(trial -> asking.addAll(trial.at("/series").propertyNames()));
        List<MatchResult> asked = asking.stream().flatMap(expression -> LABELLED.matcher(expression).results()).toList();

        assertThat(asked).hasSizeGreaterThan(15);
        await().atMost(LIMIT).untilAsserted(() -> areTold(asked, scrape()));
    }

    private static void areTold(List<MatchResult> asked, String told) {
        assertThat(asked).allSatisfy(one -> assertThat(one.group(2).split(",")).allSatisfy(label -> {
            assertThat(told).containsPattern("(?m)^" + one.group(1) + "\\{[^}]*\\b" + label.substring(0, label.indexOf('=')) + "=");
            assertThat(told.contains(label) || label.contains("agency/feed")).as(label).isTrue();
        }));
    }

    @Test
    void everyMeasureOfTheHubIsExplained() throws IOException {
        String page = Files.readString(Path.of("src/docs/monitoring/measures.md"));

        assertThat(told().stream().filter(name -> name.startsWith("hub_")).map(name -> name.replaceFirst("_(bucket|count|sum|max)$", ""))).isNotEmpty()
                .allSatisfy(name -> assertThat(page).contains("`" + name));
        await().atMost(LIMIT).until(() -> scrape().contains("# HELP hub_lane_files Uploads that wait in a lane"));
    }

    @Test
    void everyRuleSaysWhatToDoAndWhereItIsWritten() throws IOException {
        List<JsonNode> rules = MonitoringFiles.rules();

        assertThat(rules).hasSizeGreaterThan(15).allSatisfy(rule -> {
            assertThat(rule.propertyNames()).isSubsetOf("alert", "expr", "for", "labels", "annotations");
            assertThat(SEVERITIES).contains(rule.at("/labels/severity").asString());
            assertThat(rule.at("/annotations/summary").asString()).isNotBlank();
            assertThat(rule.at("/annotations/do").asString()).isNotBlank();
            assertThat(Path.of(rule.at("/annotations/runbook").asString())).exists();
            assertThat(rule.path("for").asString("0m")).matches("[0-9]+[mh]");
        });
        assertThat(rules.stream().map(rule -> rule.path("alert").asString())).doesNotHaveDuplicates();
    }

    @Test
    void tellsHowAFileWasTaken() {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(scrape()).contains("hub_receipt_seconds_count{feed=\"avonford-police/missing-children\"} 1").contains("hub_receipt_seconds_bucket{feed=\"avonford-police/missing-children\",le=\"600.0\"} 1")
                .contains("hub_lane_files{feed=\"avonford-police/missing-children\"} 0.0").contains("hub_files_open{state=\"unanswered\"} 0.0")
                .contains("hub_outbox_messages{queue=\"frontdoor.first-contact\"} 0.0").contains("hub_sharing_log_stopped 0.0").contains("hub_broker_up 1.0"));
    }

    /** Else a rule that asks how much a count grew would not see a feed's first file. */
    @Test
    void tellsTheCountsOfAFeedOfWhichNothingCameYet() {
        String feed = "feed=\"clearwater/substance-misuse\"";

        assertThat(scrape()).contains("hub_deliveries_total{" + feed + ",stage=\"REJECTED\"} 0.0").contains("hub_records_total{" + feed + ",result=\"rejected\"} 0.0")
                .contains("hub_receipt_seconds_bucket{" + feed + ",le=\"600.0\"} 0").contains("hub_sftp_logins_total{result=\"locked-out\"} 0.0");
    }

    @Test
    void tellsOfAnUploadThatNobodyPulls() throws IOException {
        Path lane = Files.createDirectories(folder.resolve("data/sftp/lanes/avonford-police/no-such-feed"));
        Files.writeString(lane.resolve("01KAN0R7G00000000000000001.live~x.json"), "{}");

        await().atMost(LIMIT).until(() -> scrape().contains("hub_lane_files{feed=\"avonford-police/no-such-feed\"} 1.0"));
        await().atMost(LIMIT).until(() -> value("hub_lane_oldest_seconds{feed=\"avonford-police/no-such-feed\"}") > 0);
        Files.delete(lane.resolve("01KAN0R7G00000000000000001.live~x.json"));
        await().atMost(LIMIT).until(() -> scrape().contains("hub_lane_files{feed=\"avonford-police/no-such-feed\"} 0.0"));
    }

    @Test
    void tellsOfAlertsPastTheirLimit() {
        day.sql().sql("UPDATE alert SET acknowledge_by = acknowledge_by - interval '3 days' WHERE status = 'RAISED' AND queue = 'frontdoor.first-contact'").update();

        await().atMost(LIMIT).until(() -> scrape().contains("hub_alerts_unacknowledged{queue=\"frontdoor.first-contact\"} 1.0"));
        await().atMost(LIMIT).until(() -> value("hub_alerts_unacknowledged_overdue_seconds{queue=\"frontdoor.first-contact\"}") > 86_400);
    }

    @Test
    void tellsWhenTheNewestBackupWasTaken() throws IOException {
        assertThat(scrape()).contains("hub_backup_age_seconds +Inf");

        Files.writeString(folder.resolve("data/last-backup"), Instant.now().minusSeconds(7_200) + "\n");

        assertThat(value("hub_backup_age_seconds")).isBetween(7_200.0, 7_300.0);
    }

    private Set<String> told() {
        return Stream.of(scrape()).flatMap(text -> TOLD.matcher(text).results()).map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Not a number while the series is not told: measures of one kind are told one after another. */
    private double value(String series) {
        return scrape().lines().filter(line -> line.startsWith(series + " ")).mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1))).findFirst().orElse(Double.NaN);
    }

    private String scrape() {
        return day.browser("operator").get("/actuator/prometheus").body();
    }
}
