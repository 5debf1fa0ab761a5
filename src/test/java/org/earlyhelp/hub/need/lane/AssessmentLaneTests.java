package org.earlyhelp.hub.need.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.identity.FamiliesTouched;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HeldNeeds;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.storage.FamilyWork;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;

class AssessmentLaneTests {
    private static final String POLICE = "avonford-police";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Borough borough;
    private AssessmentLane lane;
    private LaneWiring.Told told;

    @BeforeEach
    void wire() {
        DataSource database = TestDatabase.fresh();
        borough = new Borough(database);
        context.registerBean(DataSource.class, () -> database);
        context.register(LaneWiring.class);
        context.getDefaultListableBeanFactory().setAllowBeanDefinitionOverriding(false);
        context.refresh();
        lane = context.getBean(AssessmentLane.class);
        lane.stop();
        told = context.getBean(LaneWiring.Told.class);
        context.getBean(RuleBook.class).load(Path.of("rules"));
    }

    @AfterEach
    void close() {
        context.close();
    }

    private Borough anaMissing() {
        return borough.family("F-1").child("P-ana", "F-1", "2012-05-01")
                .record(POLICE, "missing-children", "N1", missing("2026-11-21T22:00:00Z"), Role.CHILD, "P-ana").touched("F-1", true);
    }

    private static MissingReport missing(String reportedAt) {
        return new MissingReport(MissingReport.Kind.INITIAL, "AVP", Instant.parse(reportedAt), null, null, MissingReport.RiskGrade.LOW, null, null, null);
    }

    private Assessment last() {
        return told.assessments.get(told.assessments.size() - 1);
    }

    private List<String> seen(String family) {
        return borough.sql().sql("SELECT key FROM evidence_seen WHERE family_id = ? ORDER BY 1").param(borough.id(family)).query(String.class).list();
    }

    @Test
    void writesNeedsLevelAndEvidenceAndEmptiesTheWork() {
        anaMissing();

        lane.drain();

        assertThat(borough.needs()).containsExactly("F-1 P-ana MISSING avonford-police");
        assertThat(seen("F-1")).containsExactly("EPISODE:N1.1");
        assertThat(borough.sql().sql("SELECT level || ' ' || look_again_at AT TIME ZONE 'UTC' FROM family_level").query(String.class).single())
                .isEqualTo("2 2026-11-24 22:00:00");
        assertThat(context.getBean(FamilyWork.class).waiting()).isZero();
        assertThat(told.assessments).hasSize(1);
        assertThat(last().needs().get(0).evidence()).containsExactly("avonford-police/missing-children/N1.1@1");
    }

    @Test
    void tellsOfFamiliesWithAnAdultFirst() {
        anaMissing().family("F-2").child("P-bea", "F-2", "2012-05-01").adult("P-ida", "F-2").touched("F-2", true);

        lane.drain();

        assertThat(told.assessments).extracting(Assessment::familyRef).containsExactly("F-2", "F-1");
    }

    @Test
    void keepsANeedThatCanNoLongerBeEvaluated() {
        anaMissing();
        lane.drain();
        borough.sql().sql("UPDATE record SET fact = fact - 'reportedAt'").update();
        borough.touched("F-1", true);

        lane.drain();

        assertThat(borough.needs()).containsExactly("F-1 P-ana MISSING avonford-police");
        assertThat(borough.sql().sql("SELECT level FROM family_level").query(Integer.class).single()).isEqualTo(2);
        assertThat(borough.sql().sql("SELECT message FROM finding WHERE code = 'UNDECIDED MISSING' AND closed_at IS NULL").query(String.class).single())
                .isEqualTo("A rule could not be evaluated. MISSING: a fact it looks at has no date.");
    }

    /** From one assessment to the next, and over a merge with a family of a lower level. */
    @Test
    void keepsLevelFourWhoseTestCanNoLongerBeEvaluated() {
        anaMissing().family("F-2").child("P-bea", "F-2", "2012-05-01").touched("F-2", true)
                .record(POLICE, "missing-children", "N2", missing("2026-11-22T22:00:00Z"), Role.CHILD, "P-bea");
        borough.sql().sql("UPDATE record SET fact = fact || '{\"riskGrade\": \"HIGH\"}' WHERE source_ref = 'N1'").update();
        lane.drain();
        borough.sql().sql("UPDATE record SET fact = fact - 'reportedAt' WHERE source_ref = 'N1'").update();
        borough.touched("F-1", true);
        lane.drain();
        assertThat(last().level()).isEqualTo(4);

        borough.sql().sql("UPDATE person SET family_id = ? WHERE ref = 'P-ana'").param(borough.id("F-2")).update();
        borough.sql().sql("UPDATE family SET gone_into = ? WHERE ref = 'F-1'").param(borough.id("F-2")).update();
        context.publishEvent(new IdentityChanged(IdentityChanged.Kind.FAMILY_MERGED, "F-2", "F-1", List.of(borough.id("F-2"), borough.id("F-1")), List.of("F-2", "F-1")));
        borough.touched("F-2", false);
        lane.drain();

        assertThat(last().familyRef()).isEqualTo("F-2");
        assertThat(last().level()).isEqualTo(4);
    }

    @Test
    void writesNothingWhereNothingChanged() {
        anaMissing();
        lane.drain();
        String before = versions();
        borough.touched("F-1", false);

        lane.drain();

        assertThat(versions()).isEqualTo(before);
        assertThat(told.assessments).hasSize(2);
        assertThat(last().newEvidence()).isEmpty();
    }

    /** The transactions that last wrote each row. */
    private String versions() {
        return borough.sql().sql("""
                SELECT (SELECT string_agg(xmin::text, ',') FROM need) || ';' || (SELECT string_agg(xmin::text, ',') FROM family_level)
                    || ';' || (SELECT string_agg(xmin::text, ',') FROM evidence_seen)""").query(String.class).single();
    }

    @Test
    void readsAllVersionsAttendanceAndParentsWhoAreNamed() {
        DomesticAbuseReferral referral = new DomesticAbuseReferral(DomesticAbuseReferral.Kind.INITIAL, DomesticAbuseReferral.Source.IDVA,
                Instant.parse("2026-11-18T20:00:00Z"), null, true, null, List.of(), null);
        borough.family("F-1").child("P-ana", "F-1", "2014-02-01").adult("P-mia", "F-1").parent("P-mia", "P-ana")
                .record("avonford-schools", "school-attendance", "999001/U1", new AttendanceDay(null, "999001", null, LocalDate.of(2026, 10, 1), null, null), Role.PUPIL, "P-ana")
                .marks("2026-10-01", "IIIIIIIIII" + "L".repeat(40))
                .record("safe-haven", "domestic-abuse", "D1", referral, Role.VICTIM, "P-mia").touched("F-1", false);

        lane.drain();

        assertThat(borough.needs()).containsExactly("F-1 P-ana DOMESTIC_ABUSE safe-haven", "F-1 P-ana SCHOOL_ABSENCE avonford-schools");
        assertThat(last()).extracting(Assessment::level, Assessment::locality).containsExactly(4, "harbour");
        assertThat(borough.sql().sql("SELECT code || ': ' || message FROM finding WHERE closed_at IS NULL").query(String.class).list())
                .containsExactly("UNDECIDED DA_HIGH: A rule could not be evaluated. DA_HIGH: a domestic-abuse referral gives no grade.");
    }

    @Test
    void endsNeedsOfACancelledNotice() {
        anaMissing();
        lane.drain();
        borough.record(POLICE, "missing-children", "N1", 2, new MissingReport(MissingReport.Kind.CANCELLED, "AVP", Instant.parse("2026-11-21T22:00:00Z"),
                null, null, null, null, null, null), Role.CHILD, "P-ana").touched("F-1", true);

        lane.drain();

        assertThat(borough.needs()).isEmpty();
        assertThat(last()).extracting(Assessment::level, Assessment::rules).containsExactly(1, List.of());
    }

    @Test
    void takesUrgentFamiliesFirst() {
        anaMissing().family("F-2").child("P-ben", "F-2", "2014-02-01").touched("F-2", false);
        borough.sql().sql("UPDATE family_work SET urgent = NOT urgent").update();

        lane.drain();

        assertThat(told.assessments).extracting(Assessment::familyRef).containsExactly("F-2", "F-1");
    }

    @Test
    void findsAChildStillMissingByTheClockAlone() {
        anaMissing();
        lane.drain();
        context.getBean(LaneWiring.MovedClock.class).to("2026-11-24T22:00:00Z");
        FamilyWork work = context.getBean(FamilyWork.class);

        assertThat(work.queueDue(Instant.parse("2026-11-24T21:59:59Z"))).isZero();
        assertThat(work.queueDue(Instant.parse("2026-11-24T22:00:00Z"))).isEqualTo(1);
        lane.drain();

        assertThat(last().level()).isEqualTo(4);
        assertThat(last().newEvidence()).containsExactly("HARM:STILL_MISSING:N1.1");
        assertThat(work.queueDue(Instant.parse("2026-11-24T22:00:30Z"))).isZero();
    }

    @Test
    void parksAFamilyThatFailsAndGoesOnWithTheOthers() {
        anaMissing().family("F-2").child("P-ben", "F-2", "2013-05-01").record(POLICE, "missing-children", "N2", missing("2026-11-22T22:00:00Z"), Role.CHILD, "P-ben")
                .touched("F-2", true);
        told.failing.add("F-1");

        for (int i = 0; i < WaitingFamilies.TRIES; i++) {
            lane.drain();
        }

        assertThat(borough.needs()).containsExactly("F-2 P-ben MISSING avonford-police");
        assertThat(context.getBean(FamilyWork.class).waiting()).isZero();
        assertThat(borough.sql().sql("SELECT about || ' ' || code FROM finding WHERE closed_at IS NULL").query(String.class).list()).containsExactly("F-1 ASSESSMENT_FAILED");

        told.failing.clear();
        borough.touched("F-1", true);
        lane.drain();
        assertThat(borough.needs()).hasSize(2);
        assertThat(borough.sql().sql("SELECT count(*) FROM finding WHERE closed_at IS NULL").query(Long.class).single()).isZero();
    }

    @Test
    void tellsTheFrontDoorOfAParkedFamilyThatAFileOfHarmIsAbout() {
        anaMissing();
        borough.sql().sql("UPDATE delivery SET agency = ?, feed = 'missing-children', accepted = 2").param(POLICE).update();
        borough.sql().sql("UPDATE family_work SET delivery_id = (SELECT id FROM delivery)").update();
        told.failing.add("F-1");

        for (int i = 0; i < WaitingFamilies.TRIES; i++) {
            lane.drain();
        }

        assertThat(told.faults).containsExactly(new SenderFault(POLICE, "missing-children", "R-1", new Counts(2, 0, 0, 0)));
    }

    @Test
    void parksNobodyWhileTheDatabasesDiskIsFull() {
        anaMissing();
        borough.sql().sql("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = 'disk_full'; END $$").update();
        borough.sql().sql("CREATE TRIGGER full_disk BEFORE INSERT ON need EXECUTE FUNCTION full_disk()").update();
        for (int i = 0; i <= WaitingFamilies.TRIES; i++) {
            assertThatThrownBy(() -> lane.drain()).isInstanceOf(DataAccessResourceFailureException.class);
        }

        borough.sql().sql("DROP TRIGGER full_disk ON need").update();
        lane.drain();

        assertThat(borough.needs()).containsExactly("F-1 P-ana MISSING avonford-police");
        assertThat(borough.sql().sql("SELECT count(*) FROM finding").query(Long.class).single()).isZero();
    }

    @Test
    void makesNoNewsOfMergedFamiliesAndPeople() {
        anaMissing().family("F-2").child("P-anna", "F-2", "2012-05-01").touched("F-2", false)
                .record(POLICE, "missing-children", "N2", missing("2026-11-22T22:00:00Z"), Role.CHILD, "P-anna");
        lane.drain();
        borough.sql().sql("UPDATE link SET person_id = ? WHERE person_id = ?").params(borough.id("P-anna"), borough.id("P-ana")).update();
        borough.sql().sql("UPDATE person SET gone_into = ?, family_id = NULL WHERE ref = 'P-ana'").param(borough.id("P-anna")).update();
        borough.sql().sql("UPDATE family SET gone_into = ? WHERE ref = 'F-1'").param(borough.id("F-2")).update();
        context.publishEvent(new IdentityChanged(IdentityChanged.Kind.PERSON_MERGED, "P-anna", "P-ana", List.of(borough.id("F-2"), borough.id("F-1")), List.of("F-2", "F-1")));
        context.publishEvent(new IdentityChanged(IdentityChanged.Kind.FAMILY_MERGED, "F-2", "F-1", List.of(borough.id("F-2"), borough.id("F-1")), List.of("F-2", "F-1")));
        borough.touched("F-2", false).touched("F-1", false);

        lane.drain();

        assertThat(last().familyRef()).isEqualTo("F-2");
        assertThat(last().newEvidence()).isEmpty();
        assertThat(borough.needs()).containsExactly("F-2 P-anna MISSING avonford-police");
    }

    @Test
    void startsAFamilyThatWasSplitOffWithNothingSeen() {
        anaMissing();
        lane.drain();
        borough.family("F-2");
        borough.sql().sql("UPDATE person SET family_id = ? WHERE ref = 'P-ana'").param(borough.id("F-2")).update();
        context.publishEvent(new IdentityChanged(IdentityChanged.Kind.FAMILY_SPLIT, "F-1", "F-2", List.of(borough.id("F-1"), borough.id("F-2")), List.of("F-1", "F-2")));
        borough.touched("F-1", false).touched("F-2", false);

        lane.drain();

        assertThat(told.assessments).filteredOn(one -> one.familyRef().equals("F-2")).singleElement()
                .satisfies(one -> assertThat(one.newEvidence()).containsExactly("EPISODE:N1.1"));
        assertThat(borough.needs()).containsExactly("F-2 P-ana MISSING avonford-police");
    }

    @Test
    void readsHeldNeedsForExports() {
        anaMissing();
        lane.drain();
        HeldNeeds held = context.getBean(HeldNeeds.class);
        List<HeldNeeds.HeldNeed> rows = new ArrayList<>();

        held.each(rows::add);

        assertThat(rows).containsExactly(new HeldNeeds.HeldNeed("F-1", "P-ana", "MISSING", "", "SAFE_FROM_ABUSE_AND_EXPLOITATION", 2,
                LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 21), POLICE, "Reported missing once in 90 days",
                List.of("avonford-police/missing-children/N1.1@1")));
        assertThat(held.ofFamily("F-1")).isEqualTo(rows);
        assertThat(held.levelOf("F-1")).isEqualTo(2);
        assertThat(held.levelOf("F-9")).isEqualTo(1);
    }

    @Test
    void wakesByItselfAndStopsCleanly() {
        anaMissing();

        lane.start();
        lane.wake(new FamiliesTouched(true));
        awaitEmptyQueue();
        lane.stop();

        assertThat(borough.needs()).hasSize(1);
        assertThat(lane.isRunning()).isFalse();
    }

    private void awaitEmptyQueue() {
        await().atMost(LIMIT).until(() -> context.getBean(FamilyWork.class).waiting() == 0);
    }
}
