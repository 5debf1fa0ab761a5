package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestrictionTests extends RightsTest {
    @Test
    void raisesNothingBelowSafeguarding() {
        absentAndMissing();
        assertThat(needs()).contains("SCHOOL_ABSENCE", "MISSING");

        restricted("OBJECTION");
        assess();

        assertThat(needs()).contains("MISSING").doesNotContain("SCHOOL_ABSENCE");
        assertThat(page("front-door", "/people/" + refOf("Quill", "Zoe"))).contains("used to keep a child safe and for nothing else");
        assertThat(page("front-door", "/families/" + familyOf("Quill", "Zoe"))).contains("Somebody here has objected");
    }

    @Test
    void goesOnToRaiseWhatKeepsAChildSafe() {
        receive(school("S1").about(zoe()));
        restricted("RESTRICTION");

        receive(abuse("D1", SATURDAY_NIGHT, TEXT_ONLY).about(zoe()).victim(ida()).alleged(karl()));

        assertThat(needs()).contains("DOMESTIC_ABUSE");
        assertThat(newestAlert()).startsWith("A-");
        assertThat(people("Quill", "Zoe")).isOne();
    }

    @Test
    void joinsNothingByLikenessButAsksASteward() {
        receive(school("S1").about(zoe()));
        restricted("OBJECTION");

        receive(health("H1").about(zoe()));

        assertThat(people("Quill", "Zoe")).isEqualTo(2);
        assertThat(reviews.asked(5)).hasSize(1);
    }

    @Test
    void joinsByAnIdentifierAsBefore() {
        receive(school("S1").about(zoe().nhs("9990000018")));
        restricted("OBJECTION");

        receive(health("H1").about(zoe().nhs("9990000018")));

        assertThat(people("Quill", "Zoe")).isOne();
    }

    @Test
    void answersALookUpForSafeguardingOnly() {
        absentAndMissing();
        restricted("RESTRICTION");

        assertThat(lookUp("early-help")).doesNotContain("5 March 2014");
        assertThat(lookUp("safeguarding")).contains("5 March 2014");
    }

    @Test
    void takesTwoPeopleToSetAndToLift() {
        absentAndMissing();
        String ref = inHand("OBJECTION", "SELF", refOf("Quill", "Zoe"), "");
        step("ig", ref, "PROPOSE", Map.of());
        assertThat(step("ig", ref, "RELEASE", Map.of()).body()).contains("You prepared it yourself");
        assertThat(standing()).isZero();
        step("manager", ref, "RELEASE", Map.of());
        assertThat(standing()).isOne();

        step("ig", ref, "PROPOSE_LIFT", Map.of("note", "they took it back"));
        assertThat(step("ig", ref, "LIFT", Map.of()).statusCode()).isEqualTo(409);
        step("manager", ref, "LIFT", Map.of());
        assess();

        assertThat(standing()).isZero();
        assertThat(needs()).contains("SCHOOL_ABSENCE");
        assertThat(entries("CORRECTED")).filteredOn(entry -> entry.contains(ref)).hasSize(2);
    }

    @Test
    void followsThePersonAlongAMerge() {
        receive(school("S1").about(zoe()));
        receive(school("S2").about(named()));
        restrict(refOf("Quill", "Zoya"));
        sql.sql("UPDATE person SET gone_into = (SELECT id FROM person WHERE ref = ?) WHERE ref = ?").params(refOf("Quill", "Zoe"), refOf("Quill", "Zoya")).update();

        assertThat(page("front-door", "/people/" + refOf("Quill", "Zoe"))).contains("used to keep a child safe and for nothing else");
    }

    private static org.earlyhelp.hub.identity.PersonMaker named() {
        return org.earlyhelp.hub.identity.PersonMaker.named("Zoya Quill").born("2001-01-01").at("9 Far Lane", "ZZ99 7AB");
    }

    private void absentAndMissing() {
        receive(school("S1").about(zoe()), missingAndBack("M1", "2026-11-01").about(zoe()));
        sql.sql("INSERT INTO attendance_month (record_id, month, marks, arrivals) SELECT id, '2026-10-01', rpad(repeat('O', 60), 62), '{1}' FROM record WHERE source_ref = 'S1'").update();
        assess();
    }

    private void restricted(String kind) {
        String ref = inHand(kind, "SELF", refOf("Quill", "Zoe"), "");
        released(ref);
    }

    private void restrict(String person) {
        released(inHand("OBJECTION", "SELF", person, ""));
    }

    private String lookUp(String purpose) {
        return as("front-door").post("/search", "/search", Map.of("caller", "A. Nurse, health", "purpose", purpose, "surname", "Quill", "forename", "Zoe", "day", "", "month", "", "year", "")).body();
    }

    private List<String> needs() {
        return sql.sql("SELECT DISTINCT code FROM need").query(String.class).list();
    }

    private long people(String surname, String forename) {
        return sql.sql("SELECT count(*) FROM person WHERE summary ->> 'surname' = ? AND summary ->> 'forenames' = ? AND gone_into IS NULL").params(surname, forename).query(Long.class).single();
    }

    private long standing() {
        return sql.sql("SELECT count(*) FROM person_restriction WHERE ended_at IS NULL").query(Long.class).single();
    }
}
