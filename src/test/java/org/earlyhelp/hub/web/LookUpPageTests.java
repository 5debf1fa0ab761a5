package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookUpPageTests extends FrontDoorTest {
    private static final Map<String, String> ZOE = Map.of("caller", "School lead, rung back", "purpose", "early-help", "surname", "QUILL", "forename", "", "day", "5",
            "month", "3", "year", "2014");

    @Test
    void leadsToFamilyAndAlert() {
        String alert = aMissingChild();

        String html = search(ZOE).body();

        assertThat(html).contains("Zoe Quill").contains("5 March 2014").contains("/families/" + familyOf("Quill", "Zoe")).contains("/alerts/" + alert).doesNotContain("Low Row");
        assertThat(entries("VIEWED")).anySatisfy(entry -> assertThat(entry).contains("Asked by School lead, rung back").contains("\"channel\":\"/search\""));
    }

    @Test
    void findsByForenameOrItsBeginning() {
        aMissingChild();

        assertThat(search(with("forename", "zo", "day", "", "month", "", "year", "")).body()).contains("Zoe Quill");
        assertThat(search(with("forename", "oe", "day", "", "month", "", "year", "")).body()).contains("Nothing to share");
    }

    @Test
    void findsWhatACallerSpellsOtherwise() {
        aMissingChild();

        for (String[] said : new String[][] {{"surname", "Quil"}, {"surname", "Kwill", "forename", "Zoë"}, {"forename", "Zoey"}}) {
            assertThat(search(with(said)).body()).as(said[1]).contains("Zoe Quill").contains("Another spelling");
        }
        assertThat(search(ZOE).body()).doesNotContain("Another spelling");
        assertThat(search(with("surname", "Quil", "day", "6")).body()).contains("Nothing to share");
    }

    @Test
    void leavesNoTraceOfAChildThatOnlySoundsAlike() {
        receive(school("S1").about(zoe()));

        assertThat(search(with("surname", "Quil")).body()).contains("Nothing to share");

        assertThat(entries("NOT_SHARED")).singleElement().satisfies(entry -> assertThat(entry).doesNotContain(refOf("Quill", "Zoe")));
    }

    @Test
    void givesThoseOfThatVeryNameFirst() {
        receive(missingAndBack("M1", "2026-11-01").about(named("Ana Wels").born("2011-02-17").at("1 Row", "ZZ99 3AA")));
        receive(missingAndBack("M2", "2026-11-01").about(named("Ana Wells").born("2014-06-06").at("2 Row", "ZZ99 3AB")));

        String html = search(with("surname", "wells", "forename", "ana", "day", "", "month", "", "year", "")).body();

        assertThat(html.indexOf("Ana Wells")).isPositive().isLessThan(html.indexOf("Ana Wels"));
    }

    @Test
    void saysTheSameOfUnknownAndOfNoNeed() {
        receive(school("S1").about(zoe()));
        String known = answer(search(ZOE).body());
        String unknown = answer(search(with("surname", "Nobody")).body());

        assertThat(known).contains("Nothing to share").isEqualTo(unknown);
        assertThat(entries("NOT_SHARED")).anySatisfy(entry -> assertThat(entry).contains(refOf("Quill", "Zoe")).contains("nothing to share"));
    }

    @Test
    void matchesNoHiddenValue() {
        receive(missingAndBack("M1", "2026-11-01").about(named("Ana Wells").born("2014-06-06").hiddenAt("1 Hush Way", "ZZ99 7QQ")));

        assertThat(search(with("surname", "Hush", "day", "6", "month", "6")).body()).contains("Nothing to share");
        assertThat(search(with("surname", "Wells", "day", "6", "month", "6")).body()).contains("Ana Wells").doesNotContain("Hush").doesNotContain("7QQ");
    }

    @Test
    void neverFindsASealedChild() {
        aMissingChild();
        sql.sql("UPDATE person SET sealed = true").update();

        assertThat(search(ZOE).body()).contains("Nothing to share");
    }

    @Test
    void givesFiveAtMost() {
        String[] forenames = {"Samantha", "Samir", "Samson", "Sami", "Samuel", "Sam"};
        for (int i = 0; i < forenames.length; i++) {
            receive(missingAndBack("M" + i, "2026-11-01").about(named(forenames[i] + " Quill").born("20" + (10 + i) + "-0" + (i + 1) + "-1" + i).at(i + " Row", "ZZ99 3A" + "ABDEFG".charAt(i))));
        }

        String html = search(with("forename", "Sam", "day", "", "month", "", "year", "")).body();

        assertThat(html.split("hub-card__title", -1)).hasSize(6);
        assertThat(html).contains("More children fit than can be shown");
    }

    @Test
    void doesNotSayNothingWhereNotAllWereLookedAt() {
        for (int i = 0; i < 51; i++) {
            receive(school("S" + i).about(named("Sam Quill").born((2012 + i / 12) + "-%02d-%02d".formatted(1 + i % 12, 1 + i % 27)).at(i + " Row", "ZZ99 3A" + "ABDEFG".charAt(i % 6))));
        }

        String html = search(with("forename", "Sa", "day", "", "month", "", "year", "")).body();

        assertThat(html).contains("Too many children fit to give an answer").doesNotContain("Nothing to share");
    }

    @Test
    void doesNotSayNothingWhereMoreBearTheNameThanAreLookedAt() {
        aMissingChild();
        sql.sql("""
                INSERT INTO person (ref, created_at, family_role, summary)
                SELECT 'P-000' || n, now(), 'CHILD', '{"surname": "Quill", "forenames": "Other"}' FROM generate_series(1001, 3000) n
                """).update();

        String byForename = search(with("forename", "Zoe", "day", "", "month", "", "year", "")).body();

        assertThat(byForename).contains("Too many children fit to give an answer").doesNotContain("Nothing to share").doesNotContain("Zoe Quill");
        assertThat(search(with("forename", "Zoe")).body()).contains("Zoe Quill").doesNotContain("More children fit");
    }

    @Test
    void refusesWithoutCallerAndPurposeAndLogsIt() {
        aMissingChild();

        HttpResponse<String> answer = search(with("caller", "", "purpose", "curiosity"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Say who is asking").contains("Choose what it is for").contains("value=\"QUILL\"").doesNotContain("Zoe Quill");
        assertThat(entries("REFUSED")).singleElement().satisfies(entry -> assertThat(entry).contains("/search").contains("caller purpose-early-help").doesNotContain("QUILL"));
    }

    @Test
    void asksForARealDate() {
        assertThat(search(with("day", "31", "month", "2")).body()).contains("Enter a real date of birth");
        assertThat(search(with("day", "", "month", "", "year", "")).body()).contains("Enter a forename or a date of birth");
    }

    @Test
    void takesNothingFromTheAddress() {
        aMissingChild();

        assertThat(as("front-door").get("/search?surname=Quill&forename=Zoe&caller=x&purpose=early-help").body()).doesNotContain("Quill").doesNotContain("Zoe");
    }

    private HttpResponse<String> search(Map<String, String> fields) {
        return as("front-door").post("/search", "/search", fields);
    }

    private static Map<String, String> with(String... changes) {
        Map<String, String> fields = new HashMap<>(ZOE);
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        return fields;
    }

    private static String answer(String html) {
        return html.substring(html.indexOf("id=\"answer\""), html.indexOf("</section>"));
    }
}
