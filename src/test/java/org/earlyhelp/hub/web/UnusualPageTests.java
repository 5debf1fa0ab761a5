package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

class UnusualPageTests extends SharingLogTest {
    private static final String PAGE = "/sharing/unusual";

    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private List<Erasable> erasables;

    @Test
    void findsSomebodyOfTheOwnNameWithoutShowingIt() {
        person("P-AAAAAA", "F-AAAAAA", "Quill-Farrow");
        person("P-BBBBBB", "F-AAAAAA", "Moor");
        anAlert("F-AAAAAA");
        log.look("ann.farrow", "P-BBBBBB").write();

        assertThat(page(PAGE)).contains("Own surname: ann.farrow (front-door)").contains("F-AAAAAA").doesNotContain("Quill").doesNotContain("Moor");
        assertThat(found()).containsExactly("OWN_SURNAME ann.farrow F-AAAAAA 1");
    }

    @Test
    void knowsTheFamilyNameThatTheSignInServiceStates() {
        person("P-AAAAAA", "F-AAAAAA", "Farrow");
        anAlert("F-AAAAAA");
        OidcIdToken token = new OidcIdToken("t", WebTestHub.NOW, WebTestHub.NOW.plusSeconds(60), Map.of("sub", "00u7", "family_name", "Smith-FARROW"));
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(new TestingAuthenticationToken(new DefaultOidcUser(List.of(), token), ""), getClass()));
        log.look("00u7", "P-AAAAAA").write();
        log.look("00u8", "P-AAAAAA").write();

        page(PAGE);

        assertThat(found()).containsExactly("OWN_SURNAME 00u7 F-AAAAAA 1");
    }

    @Test
    void findsALookWithoutAnyInvolvement() {
        person("P-AAAAAA", "F-AAAAAA", "Moor");
        log.look("j.lane", "P-AAAAAA").with("channel", "/families/{ref}").write();

        page(PAGE);

        assertThat(found()).containsExactly("NO_INVOLVEMENT j.lane F-AAAAAA 1");
    }

    @Test
    void takesAnAlertOrACallersQuestionForInvolvement() {
        person("P-AAAAAA", "F-AAAAAA", "Moor");
        person("P-BBBBBB", "F-BBBBBB", "Moor");
        person("P-CCCCCC", "F-BBBBBB", "Moor");
        anAlert("F-AAAAAA");
        log.look("j.lane", "P-AAAAAA").write();
        log.look("j.lane", "P-BBBBBB").with("channel", "/search").at("2026-11-02T09:00:00Z").write();
        log.look("j.lane", "P-CCCCCC").write();
        log.look("k.west", "P-CCCCCC").write();

        page(PAGE);

        assertThat(found()).containsExactly("NO_INVOLVEMENT k.west F-BBBBBB 1");
    }

    @Test
    void findsLooksAtNightAndOnSundays() {
        person("P-AAAAAA", "F-AAAAAA", "Moor");
        anAlert("F-AAAAAA");
        log.look("j.lane", "P-AAAAAA").at("2026-11-20T23:30:00Z").write();
        log.look("j.lane", "P-AAAAAA").at("2026-11-22T11:00:00Z").write();
        log.look("j.lane", "P-AAAAAA").at("2026-11-20T19:59:00Z").write();

        page(PAGE);

        assertThat(found()).containsExactly("OUT_OF_HOURS j.lane  1", "OUT_OF_HOURS j.lane  1");
    }

    @Test
    void findsManyCasesADayButNotALongList() {
        person("P-AAAAAA", "F-AAAAAA", "Moor");
        anAlert("F-AAAAAA");
        IntStream.range(0, 61).forEach(i -> log.look("j.lane", "P-AAAAAA").write());
        IntStream.range(0, 100).forEach(i -> log.look("k.west", "P-AAAAAA").with("channel", "/inbox").write());

        page(PAGE);

        assertThat(found()).containsExactly("MANY_VIEWS j.lane  61");
    }

    @Test
    void findsEveryEmergency() {
        log.look("o.perator", "P-AAAAAA").with("kind", "BREAK_GLASS").with("channel", null).with("recipient", "operator").write();

        page(PAGE);

        assertThat(found()).containsExactly("BREAK_GLASS o.perator  1");
    }

    @Test
    void findsTheSameOnceHoweverOftenItLooks() {
        person("P-AAAAAA", "F-AAAAAA", "Moor");
        log.look("j.lane", "P-AAAAAA").write();
        page(PAGE);
        log.look("j.lane", "P-AAAAAA").write();

        page(PAGE);
        page(PAGE);

        assertThat(found()).containsExactly("NO_INVOLVEMENT j.lane F-AAAAAA 2");
    }

    @Test
    void keepsEachReviewAndWaitsAgainForWhatIsNew() {
        person("P-AAAAAA", "F-AAAAAA", "Moor");
        log.look("j.lane", "P-AAAAAA").with("at", WebTestHub.NOW.minusSeconds(60)).write();
        long id = theOnlyOne();
        assertThat(review(id, "QUERY", "Asked the manager").statusCode()).isEqualTo(302);
        assertThat(page(PAGE)).contains("Nothing waits to be looked at");
        log.look("j.lane", "P-AAAAAA").with("at", WebTestHub.NOW.plusSeconds(60)).write();

        String html = page(PAGE);
        review(id, "JUSTIFIED", "");

        assertThat(html).contains("One waits to be looked at").contains("Asked about, by ig").contains("Asked the manager");
        assertThat(page(PAGE + "?show=all")).contains("Asked the manager").contains("Justified, by ig");
        assertThat(sql.sql("SELECT count(*) FROM unusual_access_review").query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void letsNobodyReviewTheirOwn() {
        person("P-AAAAAA", "F-AAAAAA", "Moor");
        log.look("ig", "P-AAAAAA").with("recipient", "ig").write();
        long id = theOnlyOne();

        assertThat(page(PAGE)).contains("This is about your own account").doesNotContain("value=\"JUSTIFIED\"");
        assertThat(review(id, "JUSTIFIED", "").statusCode()).isEqualTo(409);
        assertThat(sql.sql("SELECT count(*) FROM unusual_access_review").query(Long.class).single()).isZero();
    }

    @Test
    void refusesAReviewThatSaysNothing() {
        person("P-AAAAAA", "F-AAAAAA", "Moor");
        log.look("j.lane", "P-AAAAAA").write();
        long id = theOnlyOne();

        assertThat(review(id, "WRONG", " ").body()).contains("Say in a note");
        assertThat(review(id, "GONE", "x").statusCode()).isEqualTo(400);
        assertThat(review(id, "WRONG", "x".repeat(501)).statusCode()).isEqualTo(400);
        assertThat(review(id + 1, "JUSTIFIED", "").statusCode()).isEqualTo(409);
        assertThat(ig().get(PAGE + "?before=2026-13-01_1").statusCode()).isEqualTo(400);
        assertThat(ig().get(PAGE + "?before=x").statusCode()).isEqualTo(400);
    }

    @Test
    void forgetsWhoWasLookedAtWhenTheyAreErased() {
        log.look("j.lane", "P-AAAAAA").write();
        review(theOnlyOne(), "QUERY", "Asked about their look");
        Erasure erasure = new Erasure(Set.of("P-AAAAAA"), Set.of(), Set.of(), List.of());
        Erasable mine = erasables.stream().filter(one -> one.room().equals("unusual access")).findFirst().orElseThrow();

        assertThat(mine.plan(erasure)).singleElement().extracting(HeldCount::count).isEqualTo(1L);
        mine.erase(erasure);
        mine.erase(erasure);

        assertThat(sql.sql("SELECT account FROM unusual_access WHERE subject LIKE 'erased%'").query(String.class).list()).containsExactly("j.lane");
        assertThat(sql.sql("SELECT note FROM unusual_access_review").query(String.class).list()).containsExactly("erased");
    }

    @Test
    void pagesThroughAllThatWaits() {
        IntStream.range(0, 30).forEach(i -> {
            person(String.format("P-%06d", i), String.format("F-%06d", i), "Moor");
            log.look("j.lane", String.format("P-%06d", i)).write();
        });

        String html = page(PAGE);
        String next = html.replaceAll("(?s).*href=\"([^\"]+)\" rel=\"next\".*", "$1").replace("&amp;", "&");

        assertThat(html.split("summary-card__title-wrapper", -1)).hasSize(26);
        assertThat(page(next).split("summary-card__title-wrapper", -1)).hasSize(6);
    }

    @Test
    void tellsTheStartPageHowMuchWaits() {
        person("P-AAAAAA", "F-AAAAAA", "Moor");
        log.look("j.lane", "P-AAAAAA").write();
        log.refused("j.lane").write();
        log.sent("frontdoor.early-help", "P-AAAAAA").with("standing", "NO_AGREEMENT_IN_FORCE").write();

        assertThat(page("/")).contains("1 to look at").contains("Refused today").contains("no agreement in force").contains("1 entry").contains("none drawn of October 2026 yet");
        assertThat(Browser.signedIn(port, "front-door").get("/").body()).doesNotContain("Refused today");
    }

    private HttpResponse<String> review(long id, String outcome, String note) {
        return ig().post(PAGE, PAGE + "/" + id, Map.of("outcome", outcome, "note", note));
    }

    private long theOnlyOne() {
        page(PAGE);
        return sql.sql("SELECT id FROM unusual_access").query(Long.class).single();
    }

    private List<String> found() {
        return sql.sql("SELECT rule || ' ' || account || ' ' || subject || ' ' || acts FROM unusual_access ORDER BY rule, day").query(String.class).list();
    }

    private void anAlert(String family) {
        sql.sql("""
                INSERT INTO alert (ref, family_id, queue, version, status, level, rule, locality, content, raised_at)
                SELECT 'A-2026-' || right(ref, 6), id, 'frontdoor.early-help', 1, 'RAISED', 3, 'r@1', 'riverside', '{}', now() FROM family WHERE ref = ?""").param(family).update();
    }
}
