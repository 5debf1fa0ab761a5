package org.earlyhelp.hub.web.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.earlyhelp.hub.need.engine.AlertReasons;
import org.earlyhelp.hub.need.engine.AlertReasons.Part;
import org.earlyhelp.hub.need.engine.AlertReasons.Reason;
import org.earlyhelp.hub.need.engine.AlertReasons.Says;
import org.earlyhelp.hub.need.rules.AlertRule;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.FeedTerms;
import org.earlyhelp.hub.sharing.FileForm;
import org.earlyhelp.hub.support.TestDatabase;
import org.earlyhelp.hub.web.why.storage.AlertFacts;
import org.earlyhelp.hub.web.why.storage.PeopleFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each cause for which a family has no alert, one at a time. */
class WhyNotTests {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final PeopleFacts people = new PeopleFacts(database);
    private Says says = Says.HOLDS;
    private List<String> undecided = List.of();
    private Optional<FeedTerms> terms = live(LocalDate.parse("2026-01-01"));

    @BeforeEach
    void aFamilyOfWhichARuleHolds() {
        sql.sql("INSERT INTO family (ref, created_at) VALUES ('F-AAAAAA', now()), ('F-BBBBBB', now())").update();
        sql.sql("INSERT INTO person (ref, created_at, family_id, family_role) VALUES ('P-AAAAAA', now(), 1, 'CHILD')").update();
        sql.sql("INSERT INTO family_level (family_id, level, assessed_at) VALUES (1, 2, now())").update();
        sql.sql("INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at) VALUES ('R-1', 'u', 'a-school', 'attendance', 'l', 'n', 1, 's', 'ACCEPTED', now())").update();
        sql.sql("INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)"
                + " VALUES ('01K', 'a-school', 'attendance', 'x', 1, true, 'k', '{}', now(), now(), 1, '')").update();
        sql.sql("INSERT INTO mention (record_id, role, index, person, fingerprint) VALUES (1, 'PUPIL', 0, '{}', '')").update();
        sql.sql("INSERT INTO link (mention_id, person_id, match, reason, fingerprint, decided_at) VALUES (1, 1, 'CERTAIN', 'r', '', now())").update();
    }

    @Test
    void saysWhatARuleLacks() {
        says = Says.LACKS;

        assertThat(reasons()).contains("Rule two@3 for frontdoor.early-help does not hold. It asks for this, and it is not so: Needs of at least 3 groups.", "No alert rule holds, so no alert is raised.");
    }

    @Test
    void saysThatUndecidedIsNotNo() {
        says = Says.UNDECIDED;
        undecided = List.of("two: the child's age is not known");

        assertThat(reasons()).contains("Undecided, and that is not \"no\": two: the child's age is not known.").anyMatch(it -> it.startsWith("Rule two@3 for frontdoor.early-help cannot be decided"));
    }

    @Test
    void saysThatItWaitsInTheBacklog() {
        waits("OVER_CEILING");
        assertThat(reasons()).anyMatch(it -> it.contains("the day's ceiling of alerts was reached"));
        waits("BEFORE_LIVE");
        assertThat(reasons()).anyMatch(it -> it.contains("from before its feed was live"));
        waits("MATCH_RATE");
        assertThat(reasons()).anyMatch(it -> it.contains("far fewer people than usual were known")).noneMatch(it -> it.contains("from before its feed was live"));
    }

    @Test
    void saysThatAFeedRaisesNothing() {
        terms = live(null);
        assertThat(reasons()).anyMatch(it -> it.startsWith("a-school/attendance is a shadow feed"));
        terms = live(LocalDate.parse("2027-01-04"));
        assertThat(reasons()).anyMatch(it -> it.startsWith("a-school/attendance is live from 2027-01-04"));
        terms = Optional.empty();
        assertThat(reasons()).anyMatch(it -> it.startsWith("a-school/attendance has no agreement in force"));
    }

    @Test
    void saysThatAnAlertIsOpenOrWasDecided() {
        alert(1, "RAISED");
        assertThat(reasons()).anyMatch(it -> it.startsWith("A-2026-000001 is open on frontdoor.early-help (RAISED, level 2)"));
        sql.sql("UPDATE alert SET status = 'DECIDED'").update();
        assertThat(reasons()).contains("Its last alert A-2026-000001 is DECIDED, and nothing new has come since: only news raises another.");
    }

    @Test
    void saysThatAnotherFamilysAlertSpeaksForIt() {
        alert(2, "RAISED");
        sql.sql("INSERT INTO alert_spoken_for (alert_id, family_id, said, since) VALUES (1, 1, '{}', now())").update();

        assertThat(reasons()).anyMatch(it -> it.startsWith("A-2026-000001 of another family speaks for it too"));
    }

    @Test
    void saysThatWorkWaitsOrAPersonHasToLook() {
        sql.sql("INSERT INTO record_work (record_id, urgent) VALUES (1, false)").update();
        sql.sql("INSERT INTO family_work (family_id, urgent) VALUES (1, false)").update();
        sql.sql("INSERT INTO finding (room, code, about, message, raised_at) VALUES ('need', 'ASSESSMENT_FAILED', 'F-AAAAAA', 'm', now())").update();

        assertThat(reasons()).contains("1 changed record about its people waits to be matched.", "It waits to be assessed.").anyMatch(it -> it.contains("ASSESSMENT_FAILED"));
    }

    @Test
    void pointsToTheFamilyThatTookItOver() {
        sql.sql("UPDATE family SET gone_into = 2 WHERE id = 1").update();

        assertThat(reasons()).containsExactly("F-AAAAAA went into F-BBBBBB: ask about that one.");
    }

    @Test
    void saysThatSomebodysDataMayOnlyBeKept() {
        sql.sql("INSERT INTO person_restriction (ref, person_id, since) VALUES ('RR-1', 1, now())").update();

        assertThat(reasons()).anyMatch(it -> it.startsWith("Somebody's data may only be kept"));
    }

    private List<String> reasons() {
        Reason rule = new Reason("two", 3, "frontdoor.early-help", says, List.of(new Part(new AlertRule.Groups(3), says == Says.HOLDS, says == Says.UNDECIDED)));
        AlertReasons said = new AlertReasons(2, List.of(), List.of(), List.of(rule), undecided);
        return new WhyNot(people, new AlertFacts(database), family -> Optional.of(said), (agency, feed) -> terms, NOW).of(people.family("F-AAAAAA").orElseThrow());
    }

    private static Optional<FeedTerms> live(LocalDate from) {
        return Optional.of(new FeedTerms("a-school", "attendance", "m", from, Agreement.Lane.values()[0], FileForm.PLAIN, "ISA", 1));
    }

    private void waits(String why) {
        sql.sql("DELETE FROM alert_backlog").update();
        sql.sql("INSERT INTO alert_backlog (family_id, level, why, content, grounds, before_the_bell, since) VALUES (1, 2, ?, '{}', '[]', false, now())").param(why).update();
    }

    private void alert(long family, String status) {
        sql.sql("""
                INSERT INTO alert (ref, family_id, queue, version, status, level, rule, locality, content, raised_at)
                VALUES ('A-2026-000001', ?, 'frontdoor.early-help', 1, ?, 2, 'two@3', 'riverside', '{"needs": [], "children": []}', now())""").params(family, status).update();
    }
}
