package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxPageTests extends FrontDoorTest {
    @Test
    void saysWhatIsDueWhyAndWhere() {
        String alert = aMissingChild();

        assertThat(page("front-door", "/inbox")).contains("One alert waits").contains(alert).contains("Acknowledge by 08:40 tomorrow").contains("24 hours left")
                .contains("Reported missing once in 90 days.").contains("Avonford Police").contains("Harbour").contains("Nobody yet").contains("Not opened by you yet")
                .doesNotContain("Quill");
    }

    @Test
    void keepsFiltersInTheAddressAsCodesOnly() {
        String zoe = aMissingChild();
        receive(abuse("D2", "2026-11-18T10:00:00Z", null).about(named("Tom Reed").born("2015-01-01").at("5 Up Lane", "ZZ99 7AB")));
        String tom = newestAlert();

        assertThat(page("front-door", "/inbox?locality=harbour")).contains(zoe).doesNotContain(tom);
        assertThat(page("front-door", "/inbox?queue=early-help&level=2&agency=avonford-police&state=raised&owner=nobody")).contains(zoe).contains(tom);
        assertThat(page("front-door", "/inbox?queue=first-contact")).contains("No open alert fits these filters.").doesNotContain(zoe);
    }

    @Test
    void takesAnUnknownFilterForNone() {
        String zoe = aMissingChild();

        assertThat(page("front-door", "/inbox?locality=%3Cscript%3E&level=9&page=-4&agency=nobody")).contains(zoe).doesNotContain("<script");
        assertThat(page("front-door", "/inbox?page=40000")).contains("There is no such page of this list.");
    }

    @Test
    void findsNoHiddenPlaceByLocalityOrSpecialist() {
        receive(abuse("D3").about(named("Ana Wells").born("2014-06-06").hiddenAt("1 Hush Way", "ZZ99 7QQ")));
        String alert = newestAlert();

        assertThat(page("front-door", "/inbox?locality=withheld")).contains(alert).contains("a domestic abuse service").doesNotContain("<span>Safe Haven</span>");
        assertThat(page("front-door", "/inbox?locality=northfield")).doesNotContain(alert);
        assertThat(page("front-door", "/inbox?agency=safe-haven")).doesNotContain(alert);
    }

    @Test
    void hidesAPlaceThatWasHiddenAfterTheAlert() {
        String alert = aMissingChild();
        sql.sql("UPDATE person SET place_hidden = true").update();

        assertThat(page("front-door", "/inbox?locality=harbour")).doesNotContain(alert);
        assertThat(page("front-door", "/inbox")).contains(alert).contains("<dd>Withheld</dd>");
    }

    @Test
    void showsWhoseItIs() {
        String alert = aMissingChild();
        send("front-door", "/alerts/" + alert, "/alerts/" + alert + "/acknowledge", Map.of());

        assertThat(page("front-door", "/inbox?owner=me")).contains(alert).contains("<dd>You</dd>").contains("Decide by 08:40 on Wednesday 25 November");
        assertThat(page("manager", "/inbox?owner=others")).contains(alert).contains("<dd>front-door</dd>");
        assertThat(page("manager", "/inbox?owner=me")).doesNotContain(alert);
        assertThat(page("manager", "/inbox?owner=nobody")).doesNotContain(alert);
    }

    @Test
    void marksWhatIsNewSinceSomebodyLooked() {
        String alert = aMissingChild();
        page("front-door", "/alerts/" + alert);
        assertThat(page("front-door", "/inbox")).doesNotContain("New information");

        receive(missingAndBack("M2", "2026-11-19").about(zoe()));

        assertThat(page("front-door", "/inbox")).contains("New information");
        assertThat(page("front-door", "/alerts/" + alert)).contains("New since you looked").contains("Reported missing 2 times in 90 days");
        assertThat(page("manager", "/alerts/" + alert)).doesNotContain("New since you looked");
    }

    @Test
    void pagesThroughMoreThanFit() {
        aMissingChild();
        sql.sql("INSERT INTO family (ref, created_at) SELECT 'F-X' || n, '2026-11-01' FROM generate_series(1, 30) n").update();
        sql.sql("""
                INSERT INTO alert (ref, family_id, queue, version, status, level, rule, locality, content, raised_at, acknowledge_by, decide_by)
                SELECT 'A-2025-' || n, f.id, a.queue, 1, 'RAISED', 2, a.rule, a.locality, a.content, a.raised_at, a.acknowledge_by + n * interval '1 minute', a.decide_by
                FROM alert a CROSS JOIN generate_series(1, 30) n JOIN family f ON f.ref = 'F-X' || n""").update();

        assertThat(page("front-door", "/inbox")).contains("31 alerts wait").contains("Page 1 of 2").contains("href=\"/inbox?page=2\"");
        assertThat(page("front-door", "/inbox?level=2&page=2")).contains("A-2025-30").contains("href=\"/inbox?level=2\"").doesNotContain("A-2025-1<");
    }

    @Test
    void logsEveryoneItShows() {
        aMissingChild();
        sql.sql("TRUNCATE sharing_entry").update();

        page("front-door", "/inbox");

        assertThat(entries("VIEWED")).isNotEmpty().allSatisfy(entry -> assertThat(entry).contains("\"channel\":\"/inbox\"").contains(refOf("Quill", "Zoe")));
    }

    @Test
    void isClosedToOtherRoles() {
        for (String role : new String[] {"steward", "ig", "operator"}) {
            assertThat(as(role).get("/inbox").statusCode()).as(role).isEqualTo(403);
            assertThat(as(role).get("/monday").statusCode()).as(role).isEqualTo(403);
            assertThat(as(role).get("/search").statusCode()).as(role).isEqualTo(403);
        }
        assertThat(entries("REFUSED")).anySatisfy(entry -> assertThat(entry).contains("/monday"));
    }
}
