package org.earlyhelp.hub.cli.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.cli.torture.Told.News;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.junit.jupiter.api.Test;

/** The referee sees each kind of loss and of doubling, or its silence would mean nothing. */
class RefereeTests {
    private static final String RAISED = "earlyhelp.alert.raised.v1";
    private static final String UPDATED = "earlyhelp.alert.updated.v1";
    private static final String WITHDRAWN = "earlyhelp.alert.withdrawn.v1";
    private static final DropFile FILE = new DropFile("a", Sent.ATTENDANCE, "one.csv", "", 1);
    private static final Drop DROP = new Drop(List.of(List.of(FILE)), Set.of("a/school-attendance/r@1 PUPIL 0"), Set.of("a/school-attendance/r@1"));
    private static final ReceiptSeen ACCEPTED = receipt("ACCEPTED", 1, 0);
    private final List<ReceiptSeen> receipts = new ArrayList<>(List.of(ACCEPTED));
    private final List<String> records = new ArrayList<>(List.of("a/school-attendance/r@1"));
    private final List<String> marks = new ArrayList<>(List.of("r 2026-11-01 /\\" + " ".repeat(60)));
    private final List<Map<String, String>> links = new ArrayList<>(List.of(Map.of("agency", "a", "feed", "school-attendance", "source_ref", "r", "version", "1",
            "role", "PUPIL", "index", "0", "person", "P-1", "record", "a/school-attendance/X@1")));
    private final List<Map<String, String>> alerts = new ArrayList<>(List.of(Map.of("alert", "A-1", "version", "2", "status", "RAISED", "family", "F-1",
            "level", "2", "rule", "stands-alone@1", "queue", "frontdoor.early-help", "needs", "MISSING", "children", "P-1")));
    private final List<News> news = new ArrayList<>(List.of(new News("1", RAISED, "A-1", 1), new News("2", UPDATED, "A-1", 2)));

    @Test
    void isContentWhenAllIsThere() {
        assertThat(broken()).isEmpty();
    }

    @Test
    void allowsARepeatedFileAndAnEndedAlert() {
        receipts.add(receipt("DUPLICATE", 0, 0));
        news.add(new News("3", WITHDRAWN, "A-1", 2));

        assertThat(broken()).isEmpty();
    }

    @Test
    void seesAFileWithoutReceiptWithTwoOrWithARowShort() {
        receipts.clear();
        assertThat(broken()).hasSize(1);
        receipts.addAll(List.of(ACCEPTED, ACCEPTED));
        assertThat(broken()).hasSize(1);
        receipts.clear();
        receipts.add(receipt("ACCEPTED", 0, 1));
        assertThat(broken()).containsExactly("every file has one final receipt, which counts all its rows as accepted");
    }

    @Test
    void seesALostAndADoubledRecord() {
        records.add(records.get(0));
        assertThat(broken()).hasSize(1);
        records.clear();
        assertThat(broken()).containsExactly("every record sent is held once, older versions too");
    }

    @Test
    void seesALostMark() {
        marks.set(0, "r 2026-11-01 /" + " ".repeat(61));

        assertThat(broken()).containsExactly("every attendance mark sent is held once");
    }

    @Test
    void seesAMentionThatNobodyIs() {
        links.clear();

        assertThat(broken()).containsExactly("every mention of a current record is in links.csv once");
    }

    @Test
    void seesAnAlertRaisedTwiceAGapAndSilence() {
        news.add(1, new News("3", RAISED, "A-1", 1));
        assertThat(broken()).hasSize(1);
        news.remove(1);
        news.remove(1);
        assertThat(broken()).hasSize(1);
        news.clear();
        assertThat(broken()).hasSize(1).first().asString().startsWith("every alert was raised once");
    }

    @Test
    void seesNewsOfNoAlert() {
        news.add(new News("3", RAISED, "A-2", 1));

        assertThat(broken()).hasSize(1).first().asString().startsWith("every message tells of an alert");
    }

    @Test
    void seesWhatAnUndisturbedHubHasAndThisHasNot() {
        HubState undisturbed = state();
        alerts.clear();

        assertThat(new Referee(DROP, state()).compare(undisturbed)).filteredOn(finding -> !finding.isKept()).extracting(Finding::promise)
                .containsExactly("the same alerts by rule, level, needs and children");
    }

    private List<String> broken() {
        return new Referee(DROP, state()).judge().stream().filter(finding -> !finding.isKept()).map(Finding::promise).toList();
    }

    private HubState state() {
        return new HubState(List.copyOf(receipts), List.copyOf(records), List.copyOf(marks), List.copyOf(links), List.of(), List.copyOf(alerts),
                new Told(List.copyOf(news), 0, List.of()), Finding.that("the log is sound", true, ""));
    }

    private static ReceiptSeen receipt(String stage, long accepted, long unchanged) {
        return new ReceiptSeen(FILE.place(), "R-1", stage, accepted + unchanged, accepted, unchanged, 0);
    }
}
