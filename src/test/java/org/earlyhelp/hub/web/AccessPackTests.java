package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.earlyhelp.hub.identity.PersonMaker;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.rights.access.PackJson;
import org.earlyhelp.hub.rights.access.PackPdf;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccessPackTests extends RightsTest {
    /** What only the referral, the refuge and the new school tell. */
    private static final List<String> TELLING = List.of("Secret", "ZZ999QQ", "960222", "Ida", "Safe Haven", "safe-haven", "refuge", "victim", "domestic", "abuse", "alleged", "MARAC",
            "New Start", "999777", "hidden", "withheld", "narrative", "Level 4", "first contact", "perpetrator", "riverside", "northfield", "Fairweather", "Avonford Police", "Avonford Schools");

    @Autowired
    private TextSeal seal;

    @Test
    void tellsAnAllegedPerpetratorWhatAFamilyWithoutAReferralIsTold() {
        aFamily();
        String plain = pack(askedByTheFather());
        emptied();
        aFamily();
        aReferral();
        String guarded = pack(askedByTheFather());

        assertThat(guarded).isEqualTo(plain);
        assertTellsNothing(guarded);
        assertThat(guarded).contains("Quill").contains("Reported missing").contains("School marks of November 2026");
    }

    @Test
    void keepsThePaperAsSilentAsTheFile() throws IOException {
        aFamily();
        aReferral();
        String ref = askedByTheFather();

        assertTellsNothing(text(PackPdf.bytes(PackJson.read(pack(ref)))));
        assertThat(as("ig").get("/rights/" + ref + "/pack.pdf").headers().firstValue("Content-Type")).hasValue("application/pdf");
    }

    @Test
    void guardsAgainstAStrangerWhoMayBeTheAlleged() {
        aFamily();
        aReferral();
        String ref = inHand("ACCESS", "PARENT", zoesRef(), "");

        assertThat(page("ig", "/rights/" + ref + "/items")).contains("Answered as if no domestic abuse were known").contains("Stays, whatever is chosen");
        released(ref);
        assertTellsNothing(pack(ref));
    }

    @Test
    void guardsTheAllegedPersonsOwnRecord() {
        aFamily();
        aReferral();
        String karl = refOf("Stone", "Karl");
        String ref = inHand("ACCESS", "SELF", karl, karl);
        released(ref);

        assertTellsNothing(pack(ref));
        assertThat(pack(ref)).contains("Stone");
    }

    @Test
    void guardsAgainstCancelledReferralsToo() {
        aFamily();
        aReferral();
        sql.sql("UPDATE record SET fact = jsonb_set(fact, '{kind}', '\"CANCELLED\"') WHERE fact_kind = 'DOMESTIC_ABUSE'").update();

        assertThat(page("ig", "/rights/" + inHand("ACCESS", "PARENT", zoesRef(), refOf("Stone", "Karl")) + "/items")).contains("Answered as if no domestic abuse were known");
    }

    @Test
    void letsNobodyChooseToHandOverWhatIsGuarded() {
        aFamily();
        aReferral();
        String ref = inHand("ACCESS", "PARENT", zoesRef(), refOf("Stone", "Karl"));
        String record = sql.sql("SELECT ref FROM record WHERE source_ref = 'D2'").query(String.class).single();

        int status = as("ig").post("/rights/" + ref, "/rights/" + ref + "/choose", Map.of("item", "record/" + record + "/fact/referral", "choice", "INCLUDE", "reason", "He asked for it")).statusCode();

        assertThat(status).isEqualTo(400);
        released(ref);
        assertTellsNothing(pack(ref));
    }

    @Test
    void asksTheGuardAgainAtTheRelease() {
        aFamily();
        String ref = inHand("ACCESS", "PARENT", zoesRef(), refOf("Stone", "Karl"));
        String alert = "alert/" + newestAlert();
        as("ig").post("/rights/" + ref, "/rights/" + ref + "/choose", Map.of("item", alert, "choice", "INCLUDE", "reason", "A social worker finds no harm in it"));
        step("ig", ref, "PROPOSE", Map.of());
        aReferral();

        assertThat(step("manager", ref, "RELEASE", Map.of()).statusCode()).isEqualTo(302);
        assertThat(pack(ref)).doesNotContain("The front door was told");
        assertTellsNothing(pack(ref));
    }

    @Test
    void givesTheVictimWhatAnOfficerChose() {
        aFamily();
        aReferral();
        String ida = refOf("Quill", "Ida");
        String ref = inHand("ACCESS", "SELF", ida, ida);
        String record = sql.sql("SELECT ref FROM record WHERE source_ref = 'D2'").query(String.class).single();

        assertThat(as("ig").post("/rights/" + ref, "/rights/" + ref + "/choose", Map.of("item", "record/" + record + "/fact/referral", "choice", "INCLUDE",
                "reason", "Her own referral, and she is alone")).statusCode()).isEqualTo(302);
        released(ref);

        assertThat(pack(ref)).contains("Domestic-abuse referral").doesNotContain("Karl").doesNotContain("Secret").doesNotContain("ZZ99 9QQ");
    }

    @Test
    void withholdsWhatNobodyLookedAt() {
        aFamily();
        sealedText("M1", "Her aunt Wilma said so");
        String zoe = zoesRef();
        String ref = inHand("ACCESS", "SELF", zoe, zoe);
        released(ref);

        assertThat(pack(ref)).contains("3 Low Row").doesNotContain("Wilma").doesNotContain("Ida").doesNotContain("The front door was told").doesNotContain("Level");
    }

    @Test
    void handsOverARedactedTextInItsOtherWords() {
        aFamily();
        sealedText("M1", "Her aunt Wilma said so");
        String zoe = zoesRef();
        String ref = inHand("ACCESS", "SELF", zoe, zoe);
        String item = "record/" + sql.sql("SELECT ref FROM record WHERE source_ref = 'M1'").query(String.class).single() + "/text/circumstances";

        assertThat(page("ig", "/rights/" + ref + "/items")).doesNotContain("Wilma").contains("Open it to read it");
        assertThat(as("ig").post("/rights/" + ref, "/rights/" + ref + "/item", Map.of("item", item)).body()).contains("Wilma");
        as("ig").post("/rights/" + ref, "/rights/" + ref + "/choose", Map.of("item", item, "choice", "REDACT", "exemption", "OTHER_PEOPLE", "reason", "A relative is named",
                "redacted", "A relative said so"));
        released(ref);

        assertThat(pack(ref)).contains("A relative said so").doesNotContain("Wilma");
        assertThat(sql.sql("SELECT string_agg(encode(words, 'escape'), '') FROM access_choice").query(String.class).single()).doesNotContain("relative");
    }

    @Test
    void needsASecondPersonAndLogsTheRelease() {
        aFamily();
        String zoe = zoesRef();
        String ref = inHand("ACCESS", "SELF", zoe, zoe);
        step("ig", ref, "PROPOSE", Map.of());

        assertThat(step("ig", ref, "RELEASE", Map.of()).body()).contains("You prepared it yourself");
        assertThat(as("ig").get("/rights/" + ref + "/pack.json").statusCode()).isEqualTo(404);
        assertThat(step("manager", ref, "RELEASE", Map.of()).statusCode()).isEqualTo(302);
        assertThat(entries("EXPORTED")).isNotEmpty().allSatisfy(entry -> assertThat(entry).contains("\"kind\":\"SUBJECT\"").contains(ref).contains(zoe)
                .contains("\"purpose\":\"RIGHTS\"").contains("UK GDPR Article 15"));
    }

    @Test
    void releasesNothingOfASealedIdentity() {
        aFamily();
        String zoe = zoesRef();
        String ref = inHand("ACCESS", "SELF", zoe, zoe);
        step("ig", ref, "PROPOSE", Map.of());
        sql.sql("UPDATE person SET sealed = true WHERE ref = ?").param(zoe).update();

        assertThat(step("manager", ref, "RELEASE", Map.of()).body()).contains("the identity is sealed");
        assertThat(sql.sql("SELECT state FROM rights_request WHERE ref = ?").param(ref).query(String.class).single()).isEqualTo("PROPOSED");
        assertThat(sql.sql("SELECT count(*) FROM access_pack").query(Long.class).single()).isZero();
    }

    @Test
    void saysWhoLookedByRoleAndDayNeverByName() {
        aFamily();
        String zoe = zoesRef();
        page("front-door", "/people/" + zoe);
        String ref = inHand("ACCESS", "SELF", zoe, zoe);
        released(ref);

        assertThat(pack(ref)).contains("The council's front door for children").contains("looked at it, to give help early").contains("23 November 2026")
                .doesNotContain("\"front-door\"").doesNotContain("fd-pass");
    }

    @Test
    void makesATaggedPaperWithItsFontInside() throws IOException {
        aFamily();
        String zoe = zoesRef();
        String ref = inHand("ACCESS", "SELF", zoe, zoe);
        released(ref);

        try (PDDocument pdf = Loader.loadPDF(PackPdf.bytes(PackJson.read(pack(ref))))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("en");
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    private String zoesRef() {
        return sql.sql("SELECT DISTINCT p.ref FROM link l JOIN mention m ON m.id = l.mention_id JOIN person p ON p.id = l.person_id WHERE m.person ->> 'upn' = ?").param(UPN)
                .query(String.class).single();
    }

    private String askedByTheFather() {
        String ref = inHand("ACCESS", "PARENT", zoesRef(), refOf("Stone", "Karl"));
        released(ref);
        return ref;
    }

    private void aFamily() {
        receive(school("S1").about(zoe().upn(UPN)).parent(Relationship.MOTHER, ida()).parent(Relationship.FATHER, karl()));
        receive(missingAndBack("M1", "2026-11-01").about(zoe()).contact(Relationship.FATHER, karl()));
        receive(health("H1").about(zoe()));
        sql.sql("INSERT INTO attendance_month (record_id, month, marks, arrivals) SELECT id, '2026-11-01', rpad('/\\/\\', 62), '{1}' FROM record WHERE source_ref = 'S1'").update();
    }

    /** The mother went to a refuge with the child, who changed school; the police and a refuge referred. */
    private void aReferral() {
        PersonMaker fled = zoe().upn(UPN).hiddenAt("77 Secret Close", "ZZ99 9QQ");
        receive(abuse("D1").on("2026-11-18").about(fled).victim(ida().hiddenAt("77 Secret Close", "ZZ99 9QQ").phone("01632 960222")).alleged(karl()));
        receive(abuse("D2", SATURDAY_NIGHT, TEXT_ONLY).about(zoe().upn(UPN)).victim(ida()).alleged(karl()));
        sealedText("D1", "Ida fled to the refuge at New Start, 77 Secret Close");
        receive(school("S2").about(fled).parent(Relationship.MOTHER, ida().hiddenAt("77 Secret Close", "ZZ99 9QQ")).on("2026-11-20"));
        sql.sql("UPDATE record SET fact = jsonb_set(fact, '{urn}', '\"999777\"') WHERE source_ref = 'S2'").update();
        receive(school("S3").about(zoe().upn(UPN).named("Fairweather", "Zoe")).on("2026-11-22"));
        assertThat(refOf("Fairweather", "Zoe")).as("one child under two names").isNotEmpty();
    }

    private void sealedText(String sourceRef, String text) {
        String record = sql.sql("SELECT ref FROM record WHERE source_ref = ?").param(sourceRef).query(String.class).single();
        sql.sql("UPDATE record SET free_text = ? WHERE ref = ?").params(seal.seal(record, Map.of("circumstances", text)), record).update();
    }

    private static void assertTellsNothing(String text) {
        String bare = bare(text);
        assertThat(TELLING).allSatisfy(word -> assertThat(bare).doesNotContain(bare(word)));
    }

    /** Letters and digits alone, in lower case: a leak with other spacing is one too. */
    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
