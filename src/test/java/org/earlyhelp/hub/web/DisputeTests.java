package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisputeTests extends RightsTest {
    private static final String MARK = "(disputed: the person concerned says that this is wrong)";

    @Test
    void marksADisputedRecordWhereverItIsShown() {
        String alert = aMissingChild();
        String zoe = refOf("Quill", "Zoe");
        disputed(zoe, record("M1"), "I was at my aunt's");

        assertThat(page("front-door", "/alerts/" + alert)).contains(MARK).doesNotContain("aunt");
        assertThat(page("front-door", "/families/" + familyOf("Quill", "Zoe"))).contains(MARK);
        assertThat(page("front-door", "/people/" + zoe)).contains(MARK);
    }

    @Test
    void marksADisputedDetail() {
        aMissingChild();
        String zoe = refOf("Quill", "Zoe");
        disputed(zoe, "dateOfBirth", "It is the 6th");

        assertThat(page("front-door", "/people/" + zoe)).contains("5 March 2014 (disputed)");
        assertThat(page("front-door", "/families/" + familyOf("Quill", "Zoe"))).contains("5 March 2014 (disputed)");
        assertThat(page("front-door", "/alerts/" + newestAlert())).contains("5 March 2014 (disputed)");
    }

    @Test
    void tellsTheQueueThatItIsDisputed() {
        aMissingChild();
        disputed(refOf("Quill", "Zoe"), record("M1"), "I was at my aunt's");
        receive(missingAndBack("M2", "2026-11-10").about(zoe()));

        String body = sql.sql("SELECT body FROM outbox ORDER BY ordinal DESC LIMIT 1").query(String.class).single();
        assertThat(body).contains("\"disputed\":true").doesNotContain("aunt");
    }

    @Test
    void asksTheSenderByItsOwnReferenceOnly() {
        aMissingChild();
        disputed(refOf("Quill", "Zoe"), record("M1"), "I was at my aunt's");

        String file = sql.sql("SELECT body FROM outcome_file WHERE agency = 'avonford-police' AND kind = 'correction'").query(String.class).single();
        assertThat(file).contains("\"sourceRef\":\"M1\"").contains("the whole record").doesNotContain("aunt").doesNotContain("Quill").doesNotContain("P-");
        assertThat(entries("OUTCOME")).singleElement().asString().contains("avonford-police");
    }

    @Test
    void asksTheAccountThatSentIt() {
        aMissingChild();
        sql.sql("UPDATE delivery SET sender = 'harbour' WHERE agency = 'avonford-police'").update();
        String ref = disputed(refOf("Quill", "Zoe"), record("M1"), "I was at my aunt's");

        assertThat(sql.sql("SELECT agency || '.' || sender FROM outcome_file WHERE kind = 'correction'").query(String.class).list()).containsExactly("avonford-police.harbour");
        assertThat(page("ig", "/rights/" + ref + "/disputes")).contains("(harbour): asked in its /out/ folder");
    }

    @Test
    void saysWhereItMustBeWrittenByHand() {
        receive(school("S1").about(zoe()));
        String ref = disputed(refOf("Quill", "Zoe"), record("S1"), "I was at school");

        assertThat(page("ig", "/rights/" + ref + "/disputes")).contains("write to it by hand").contains("I was at school");
        assertThat(entries("REFUSED")).singleElement().asString().contains("avonford-schools");
        assertThat(sql.sql("SELECT count(*) FROM outcome_file").query(Long.class).single()).isZero();
    }

    @Test
    void keepsTheirWordsSealed() {
        aMissingChild();
        disputed(refOf("Quill", "Zoe"), record("M1"), "I was at my aunt's");

        assertThat(sql.sql("SELECT encode(words, 'escape') FROM dispute").query(String.class).single()).doesNotContain("aunt");
    }

    @Test
    void staysMarkedUntilItIsSettled() {
        aMissingChild();
        String zoe = refOf("Quill", "Zoe");
        String ref = disputed(zoe, record("M1"), "I was at my aunt's");
        receive(missingAndBack("M1", "2026-11-02").version(2).about(zoe()));
        assertThat(page("front-door", "/people/" + zoe)).contains(MARK);

        String dispute = sql.sql("SELECT ref FROM dispute").query(String.class).single();
        String settle = "/rights/" + ref + "/disputes/" + dispute;
        assertThat(as("ig").post("/rights/" + ref + "/disputes", settle, Map.of("found", "corrected")).statusCode()).isEqualTo(400);
        assertThat(as("ig").post("/rights/" + ref + "/disputes", settle, Map.of("found", "corrected", "reason", "version 2 has the right day")).statusCode()).isEqualTo(302);

        assertThat(page("front-door", "/people/" + zoe)).doesNotContain(MARK);
        assertThat(page("ig", "/rights/" + ref + "/disputes")).contains("Corrected").contains("version 2 has the right day");
        assertThat(as("ig").post("/rights/" + ref + "/disputes", settle, Map.of("found", "right", "reason", "again")).body()).contains("That is settled already");
    }

    @Test
    void refusesWhatIsNotTheirs() {
        aMissingChild();
        receive(school("S7").about(named("Ben Stone")));
        String ref = inHand("RECTIFICATION", "SELF", refOf("Quill", "Zoe"), "");

        assertThat(dispute(ref, record("S7"), "Not mine").body()).contains("Choose one record or one detail of this person");
        assertThat(dispute(ref, "shoeSize", "Wrong").statusCode()).isEqualTo(400);
        assertThat(dispute(ref, record("M1"), " ").body()).contains("in their words");
        dispute(ref, record("M1"), "Wrong");
        assertThat(dispute(ref, record("M1"), "Wrong").body()).contains("noted as disputed already");
    }

    private static org.earlyhelp.hub.identity.PersonMaker named(String name) {
        return org.earlyhelp.hub.identity.PersonMaker.named(name).born("2018-01-01").at("8 Far Hill", "ZZ99 7CD");
    }

    private String record(String sourceRef) {
        return sql.sql("SELECT ref FROM record WHERE source_ref = ? ORDER BY version LIMIT 1").param(sourceRef).query(String.class).single();
    }

    private String disputed(String person, String what, String words) {
        String ref = inHand("RECTIFICATION", "SELF", person, "");
        assertThat(dispute(ref, what, words).statusCode()).isEqualTo(302);
        return ref;
    }

    private HttpResponse<String> dispute(String ref, String what, String words) {
        return as("ig").post("/rights/" + ref + "/disputes", "/rights/" + ref + "/disputes", Map.of("what", what, "words", words));
    }
}
