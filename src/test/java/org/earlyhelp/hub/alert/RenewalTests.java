package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.earlyhelp.hub.alert.AwaitedAgreements.Awaited;
import org.earlyhelp.hub.alert.AwaitedAgreements.What;
import org.earlyhelp.hub.alert.desk.RenewalDesk;
import org.earlyhelp.hub.alert.route.HeldWatch;
import org.earlyhelp.hub.alert.support.AlertHub;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What an ended agreement keeps back, and what goes on and is told later. The shipped agreements end on 31 March 2030. */
class RenewalTests extends AlertRoomTest {
    private static final String SCHOOLS = "avonford-schools";
    private static final String POLICE = "avonford-police";
    private static final String MARKS = "avonford-schools/school-attendance/01K1@1";

    @TempDir
    private Path folder;
    private AgreementFiles files;

    /** The room's own looks are ended: each is one of the test. */
    @BeforeEach
    void afterTheGrace() {
        hub.bean(HeldWatch.class).stop();
        files = AgreementFiles.copiedTo(folder.resolve("agreements"));
        clock.to("2030-04-15T08:00:00Z");
    }

    private void renew(AlertHub renewed, String agency) {
        files.with(agency, "end: 2030-03-31", "end: 2033-03-31");
        renewed.bean(AgreementBook.class).load(folder.resolve("agreements"));
    }

    private List<String> needs(JsonNode message) {
        return StreamSupport.stream(message.path("data").path("needs").spliterator(), false).map(need -> need.path("code").stringValue()).toList();
    }

    private List<Awaited> awaited() {
        return hub.bean(AwaitedAgreements.class).standing();
    }

    private List<String> standings(String kind) {
        return JdbcClient.create(database).sql("SELECT standing FROM sharing_entry WHERE kind = ? AND source = ? ORDER BY ordinal").param(kind).param(POLICE)
                .query(String.class).list();
    }

    private void missingAndAbsent() {
        hub.assessed(assessed().with(missing(child, borough.missing("N1", child, RiskGrade.LOW))).with(absence(child, "SEVERE", MARKS)).news());
    }

    @Test
    void tellsOfAMissingChildAtOnceAndKeepsTheAbsenceBack() {
        missingAndAbsent();

        assertThat(needs(taken(EARLY_HELP))).containsExactly("MISSING");
        assertThat(standings("SENT")).isNotEmpty().containsOnly("NO_AGREEMENT_IN_FORCE");
        assertThat(awaited()).singleElement().extracting(Awaited::agency, Awaited::what, Awaited::alerts).containsExactly(SCHOOLS, What.FACTS, 1L);
    }

    @Test
    void tellsTheRestAsAFurtherVersionOnceRenewed() {
        missingAndAbsent();
        taken(EARLY_HELP);
        assertThat(hub.bean(RenewalDesk.class).letGo()).isZero();

        renew(hub, SCHOOLS);
        hub.bean(RenewalDesk.class).letGo();

        JsonNode update = taken(EARLY_HELP);
        assertThat(update.path("type").stringValue()).isEqualTo("earlyhelp.alert.updated.v1");
        assertThat(update.path("data").path("version").intValue()).isEqualTo(2);
        assertThat(needs(update)).containsExactlyInAnyOrder("MISSING", "SCHOOL_ABSENCE");
        assertThat(awaited()).isEmpty();
        assertThat(hub.bean(RenewalDesk.class).letGo()).isZero();
    }

    @Test
    void remembersOverARestart() {
        missingAndAbsent();
        taken(EARLY_HELP);
        hub.close();
        hub = AlertHub.start(database, broker.url(), clock, data);

        renew(hub, SCHOOLS);
        hub.bean(RenewalDesk.class).letGo();

        assertThat(needs(taken(EARLY_HELP))).contains("SCHOOL_ABSENCE");
    }

    @Test
    void sendsNothingForTheRenewalOfAnother() throws Exception {
        missingAndAbsent();
        taken(EARLY_HELP);

        renew(hub, "avonford-health");
        hub.bean(RenewalDesk.class).letGo();

        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        assertThat(awaited()).hasSize(1);
    }

    @Test
    void tellsAllOfADangerWithoutAnAgreement() {
        hub.assessed(assessed().with(missingHigh(child, borough.missing("N1", child, RiskGrade.HIGH))).with(absence(child, "SEVERE", MARKS)).news());

        assertThat(needs(taken(FIRST_CONTACT))).containsExactly("SCHOOL_ABSENCE");
        assertThat(awaited()).isEmpty();
        assertThat(standings("SENT")).containsOnly("NO_AGREEMENT_IN_FORCE");
    }

    @Test
    void tellsAnOutcomeOnceTheAgencysAgreementIsRenewed() {
        raiseEarlyHelp("N1");
        decide("A-2030-000001");
        assertThat(outcomeFiles()).isZero();
        assertThat(awaited()).singleElement().extracting(Awaited::agency, Awaited::what).containsExactly(POLICE, What.OUTCOME);

        renew(hub, POLICE);
        hub.bean(RenewalDesk.class).letGo();
        hub.bean(RenewalDesk.class).letGo();

        assertThat(outcomeFiles()).isEqualTo(1);
        assertThat(awaited()).isEmpty();
    }

    @Test
    void tellsTheOutcomeOfADangerWithoutAnAgreement() {
        raiseFirstContact("N1");
        decide("A-2030-000001");

        assertThat(outcomeFiles()).isEqualTo(1);
        assertThat(standings("OUTCOME")).containsOnly("NO_AGREEMENT_IN_FORCE");
    }

    private void decide(String alert) {
        hub.decisions().apply(new Decision("D1", alert, 1, Decision.Action.OUTCOME, Outcome.UNIVERSAL, null, null, null, "m.ali",
                clock.instant(), null, null, null));
    }

    private long outcomeFiles() {
        return JdbcClient.create(database).sql("SELECT count(*) FROM outcome_file").query(Long.class).single();
    }
}
