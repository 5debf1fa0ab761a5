package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.alert.Backlog.Why;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bulk file in which far fewer people than usual are known raises nothing at level 2 and 3 by itself. */
class MatchGateTests extends AlertRoomTest {
    private String evidenceOfFallen;

    private JdbcClient sql() {
        return JdbcClient.create(database);
    }

    /** A record of the schools' feed whose delivery matched like that. */
    private String absent(String pupil, int linked, int known) {
        AttendanceDay day = new AttendanceDay("9994001", "999001", "7", LocalDate.parse("2026-11-20"), AttendanceCode.ILLNESS, AttendanceCode.ILLNESS);
        String evidence = borough.record("avonford-schools", "school-attendance", "999001/" + pupil + linked, 1, day, child);
        sql().sql("INSERT INTO delivery_match (delivery_id, agency, feed, linked, known) SELECT max(id), 'avonford-schools', 'school-attendance', ?, ? FROM delivery").params(linked, known).update();
        return evidence;
    }

    private void usualDays(int days) {
        for (int day = 0; day < days; day++) {
            absent("usual" + day, 200, 190);
            sql().sql("UPDATE delivery SET received_at = received_at - make_interval(days => ?) WHERE id = (SELECT max(id) FROM delivery)").param(days - day).update();
        }
    }

    @Test
    void takesTheFilesOfAFirstLoadForOneDay() throws Exception {
        for (int file = 0; file < 5; file++) {
            absent("first" + file, 200, 190);
        }
        hub.assessed(assessed().with(absence(child, "SEVERE", absent("A", 500, 0))).news());
        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
    }

    private List<Why> waiting() {
        return hub.bean(Backlog.class).counts().stream().map(Backlog.Count::why).toList();
    }

    private List<String> alarms() {
        return hub.bean(OperatorAlarms.class).open().stream().map(OperatorAlarm::key).toList();
    }

    @Test
    void letsAnAlertWaitWhenHardlyAnybodyWasKnown() throws Exception {
        usualDays(3);
        evidenceOfFallen = absent("A", 100, 40);
        hub.assessed(assessed().with(absence(child, "SEVERE", evidenceOfFallen)).news());
        assertThat(waiting()).containsExactly(Why.MATCH_RATE);
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        assertThat(alarms()).containsExactly("match-rate-fell:avonford-schools/school-attendance");
        assertThat(hub.bean(OperatorAlarms.class).open().get(0).words()).contains("only 40% of 100 records", "usually 95% do");
    }

    @Test
    void raisesWhatAManagerLetsGo() throws Exception {
        letsAnAlertWaitWhenHardlyAnybodyWasKnown();
        assertThat(hub.bean(Backlog.class).release(1, 2, "duty.manager")).hasSize(1);
        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
    }

    @Test
    void judgesFromAHundredRecordsUp() throws Exception {
        usualDays(3);
        hub.assessed(assessed().with(absence(child, "SEVERE", absent("A", 99, 0))).news());
        assertThat(waiting()).isEmpty();
        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
    }

    @Test
    void holdsNothingWhileNothingIsUsual() throws Exception {
        usualDays(2);
        hub.assessed(assessed().with(absence(child, "SEVERE", absent("A", 500, 0))).news());
        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
    }

    @Test
    void neverLetsLevelFourWait() throws Exception {
        usualDays(3);
        hub.assessed(assessed().with(absence(child, "SEVERE", absent("A", 100, 0))).with(missingHigh(child)).news());
        assertThat(broker.take(FIRST_CONTACT, 1)).hasSize(1);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void neverLetsNewsOfAnUrgentFeedWait() throws Exception {
        letsAnAlertWaitWhenHardlyAnybodyWasKnown();
        hub.assessed(assessed().with(missing(child, borough.missing("N1", child, RiskGrade.LOW))).news());
        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void neverLetsANoticeWaitForABulkFileThatCameBehindIt() throws Exception {
        usualDays(3);
        String notice = borough.missing("N1", child, RiskGrade.LOW);

        hub.assessed(assessed().with(missing(child, notice)).with(absence(child, "SEVERE", absent("A", 100, 0))).news());

        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void letsAnAlertWaitThoughANoticeOfLastWeekStandsBehindIt() {
        usualDays(3);
        String notice = borough.missing("N1", child, RiskGrade.LOW);
        sql().sql("UPDATE delivery SET received_at = received_at - interval '7 days' WHERE id = (SELECT max(id) FROM delivery)").update();

        hub.assessed(assessed().with(missing(child, notice)).with(absence(child, "SEVERE", absent("A", 100, 0))).news());

        assertThat(waiting()).containsExactly(Why.MATCH_RATE);
    }

    @Test
    void isOverWithAFileThatIsAsUsual() throws Exception {
        letsAnAlertWaitWhenHardlyAnybodyWasKnown();
        Borough.Family next = borough.family();
        hub.assessed(assessmentOf(next.id(), next.ref()).child(borough.child(next), false).with(absence(child, "SEVERE", absent("B", 300, 280))).news());
        assertThat(alarms()).isEmpty();
        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
        assertThat(waiting()).containsExactly(Why.MATCH_RATE);
    }

    @Test
    void letsNoRowOfTheNextFileTakeAFamilyPastTheManager() throws Exception {
        letsAnAlertWaitWhenHardlyAnybodyWasKnown();

        hub.assessed(assessed().with(absence(child, "SEVERE", evidenceOfFallen)).with(absence(child, "SEVERE", absent("B", 20, 20))).news());
        assertThat(waiting()).containsExactly(Why.MATCH_RATE);
        assertThat(broker.drain(EARLY_HELP)).isEmpty();

        hub.assessed(assessed().with(absence(child, "SEVERE", absent("C", 20, 20))).news());
        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void takesWhatStaysSoLowForTheFeedAsItIsNow() throws Exception {
        usualDays(3);
        for (int i = 0; i < 5; i++) {
            hub.assessed(assessed().with(absence(child, "SEVERE", absent("A" + i, 100, 10))).news());
        }
        assertThat(waiting()).containsExactly(Why.MATCH_RATE);
        sql().sql("UPDATE delivery d SET received_at = received_at - make_interval(days => 15 + (d.id % 5)::int) FROM delivery_match m WHERE m.delivery_id = d.id AND m.fallen").update();
        Borough.Family other = borough.family();

        hub.assessed(assessmentOf(other.id(), other.ref()).child(borough.child(other), false).with(absence(child, "SEVERE", absent("now", 100, 10))).news());

        assertThat(broker.take(EARLY_HELP, 1)).hasSize(1);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void isNotOverWithAFileFromBefore() throws Exception {
        usualDays(3);
        String before = absent("before", 200, 190);
        hub.assessed(assessed().with(absence(child, "SEVERE", absent("A", 100, 40))).news());
        Borough.Family other = borough.family();

        hub.assessed(assessmentOf(other.id(), other.ref()).child(borough.child(other), false).with(absence(child, "SEVERE", before)).news());

        assertThat(waiting()).containsExactly(Why.MATCH_RATE);
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void tellsAgainWhenMoreHasToWait() throws Exception {
        isOverWithAFileThatIsAsUsual();

        hub.assessed(assessed().with(absence(child, "SEVERE", evidenceOfFallen)).news());

        assertThat(alarms()).hasSize(1);
    }

    @Test
    void takesNoFallenRateForUsual() {
        usualDays(3);
        for (int i = 0; i < 5; i++) {
            hub.assessed(assessed().with(absence(child, "SEVERE", absent("A" + i, 100, 0))).news());
        }
        assertThat(sql().sql("SELECT count(*) FROM delivery_match WHERE fallen").query(Long.class).single()).isEqualTo(5);
        assertThat(waiting()).containsExactly(Why.MATCH_RATE);
    }
}
