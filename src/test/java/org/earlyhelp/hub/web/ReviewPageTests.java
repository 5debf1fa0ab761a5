package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.missing;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.junit.jupiter.api.Test;

/** The steward's pages on records of two children with one pupil number. */
class ReviewPageTests extends StewardshipTest {
    private HttpResponse<String> answer(String role, ReviewPair pair, String act, String reason) {
        Map<String, String> form = new HashMap<>(Map.of("version", String.valueOf(pair.version()), "one", pair.one(), "other", pair.other(), "reason", reason));
        return as(role).post("/reviews/" + pair.id(), "/reviews/" + pair.id() + "/" + act, form);
    }

    private List<String> entries() {
        return sql.sql("SELECT DISTINCT kind || ' ' || source FROM sharing_entry ORDER BY 1").query(String.class).list();
    }

    @Test
    void listsPairsWithoutNamesAndLogsIt() {
        ReviewPair pair = aDoubt();
        sql.sql("TRUNCATE sharing_entry").update();

        String html = page("steward", "/reviews");

        assertThat(html).contains(pair.one() + " and " + pair.other()).contains("1 pair waits for an answer").contains("An identifier agrees")
                .contains("the rest: by age").doesNotContain("Okafor").doesNotContain("Lowe");
        assertThat(entries()).containsExactly("VIEWED hub");
    }

    @Test
    void putsALevelFourFirst() {
        aDoubt(missing("M1").about(aChild().upn(UPN)).on("2026-11-22"));

        assertThat(page("steward", "/reviews")).contains("level 4: within 4 hours").contains("23 November 2026, 12:40");
    }

    @Test
    void countsAnOpenAlertAsAWorkingDay() {
        receive(abuse("D1").about(aChild().upn(UPN)));
        aDoubt();

        assertThat(page("steward", "/reviews")).contains("an alert: within a working day").contains("24 November 2026, 08:40");
    }

    @Test
    void showsBothSidesFieldByFieldAndNoWeight() {
        ReviewPair pair = aDoubt();
        sql.sql("UPDATE review_pair SET weight = 7.25").update();
        sql.sql("TRUNCATE sharing_entry").update();

        String html = page("steward", "/reviews/" + pair.id());

        assertThat(html).contains("Chidi Okafor (Avonford schools data service, 1 November 2026)").contains("Ada Lowe").contains(UPN).contains("agrees").contains("differs")
                .contains("4 Test Row").contains("What would happen if they were one").contains("hub.identity-changed would be told that references change")
                .doesNotContain("7.2").doesNotContain("all taken together").doesNotContain("Why the hub linked");
        assertThat(entries()).containsExactly("VIEWED avonford-schools", "VIEWED hub");
    }

    @Test
    void explainsAfterTheAnswer() {
        ReviewPair pair = aDoubt();
        sql.sql("UPDATE review_pair SET weight = 7.25").update();

        assertThat(answer("steward", pair, "different", "Two schools, two children").headers().firstValue("Location").orElse("")).endsWith("/reviews/" + pair.id());

        assertThat(page("steward", "/reviews/" + pair.id())).contains("Why the hub linked what it linked").contains("Nobody like this was known")
                .contains("7.3").contains("Levels and weights").contains("any two people of the borough").contains("first line different, postcode the same district")
                .contains("almost sure that they are two people").contains("Two schools, two children").contains("Take it back");
    }

    @Test
    void explainsWithoutSayingHowAHiddenPlaceCompares() {
        ReviewPair pair = aHiddenDoubt();
        answer("steward", pair, "different", "Two children");

        assertThat(page("steward", "/reviews/" + pair.id())).contains("all taken together")
                .containsPattern("address</th><td class=\"govuk-table__cell\">not shown</td>").doesNotContain("first line").doesNotContain("Secret Lane");
    }

    @Test
    void showsWhatTakingBackWouldLeadTo() {
        receive(abuse("D1").about(aChild().upn(UPN)));
        ReviewPair pair = aDoubt(abuse("D2").about(ada().upn(UPN)));
        answer("steward", pair, "same", "One child after all");
        assess();

        assertThat(page("steward", "/reviews/" + pair.id())).contains("What would happen if it were taken back").contains("would be updated and frontdoor.early-help told again")
                .contains("Told about them so far: frontdoor.early-help");
        assertThat(answer("steward", reviews.find(pair.id()).orElseThrow(), "undo", "Two after all").statusCode()).isEqualTo(302);
        assertThat(reviews.find(pair.id()).orElseThrow().isJoined()).isFalse();
    }

    @Test
    void neverShowsAHiddenPlaceNorThatBesideIt() {
        ReviewPair pair = aHiddenDoubt();

        String html = page("steward", "/reviews/" + pair.id());

        assertThat(html).contains("not shown").contains("differs").doesNotContain("Secret Lane").doesNotContain("7QQ").doesNotContain("4 Test Row")
                .contains("would be hidden from everybody from then on");
    }

    @Test
    void letsAManagerConfirmWhatTouchesAHiddenPlace() {
        ReviewPair pair = aHiddenDoubt();
        answer("steward", pair, "same", "Spoke to both schools");
        ReviewPair waiting = reviews.find(pair.id()).orElseThrow();

        assertThat(answer("steward", waiting, "confirm", "Sure").statusCode()).isEqualTo(409);
        assertThat(page("manager", "/reviews/" + pair.id())).contains("Confirm: same person").doesNotContain("Secret Lane");
        assertThat(answer("manager", waiting, "confirm", "Agreed").statusCode()).isEqualTo(302);
        assertThat(reviews.find(pair.id()).orElseThrow().isJoined()).isTrue();
    }

    @Test
    void leavesAnswersToTheSteward() {
        ReviewPair pair = aDoubt();

        assertThat(answer("manager", pair, "same", "x").statusCode()).isEqualTo(403);
        assertThat(page("manager", "/reviews/" + pair.id())).doesNotContain("<button type=\"submit\" class=\"govuk-button\"");
    }

    @Test
    void saysWhatItFoundWhenAFormDoesNotFit() {
        ReviewPair pair = aDoubt();
        assertThat(answer("steward", pair, "same", " ").body()).contains("A reason is needed").contains("Nothing was changed");
        answer("steward", pair, "different", "a");

        HttpResponse<String> late = answer("steward", pair, "same", "b");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody has dealt with this pair since you opened it");
        assertThat(as("steward").get("/reviews/99").statusCode()).isEqualTo(404);
        assertThat(as("steward").postRaw("/reviews/" + pair.id() + "/undo", "version=1&reason=x").statusCode()).as("without a token").isEqualTo(302);
        assertThat(reviews.find(pair.id()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void leavesNothingBehindOfALookAhead() {
        ReviewPair pair = aDoubt();
        page("steward", "/reviews/" + pair.id());

        assertThat(sql.sql("SELECT count(*) FROM person WHERE gone_into IS NOT NULL").query(Long.class).single()).isZero();
        assertThat(sql.sql("SELECT count(*) FROM outbox WHERE queue = 'hub.identity-changed'").query(Long.class).single()).isZero();
        assertThat(reviews.asked(5)).hasSize(1);
    }

    @Test
    void saysWhichAlertWouldBeToldAgain() {
        receive(abuse("D1").about(aChild().upn(UPN)));
        ReviewPair pair = aDoubt(abuse("D2").about(ada().upn(UPN)));

        assertThat(page("steward", "/reviews/" + pair.id())).contains("would be closed and frontdoor.early-help told again")
                .contains("would be updated and frontdoor.early-help told again").contains("would become part of");
    }

    @Test
    void worksWithoutScriptAndForEveryReader() {
        ReviewPair pair = aDoubt();
        answer("steward", pair, "different", "a");

        List.of("/reviews", "/reviews/" + pair.id(), "/reviews/people/" + pair.one()).forEach(path ->
                assertThat(page("steward", path)).startsWith("<!DOCTYPE html>").containsOnlyOnce("<h1").contains("id=\"main-content\"")
                        .doesNotContain("<script").doesNotContain("style=").doesNotContain(" th:").doesNotContainPattern("\\son[a-z]+="));
    }
}
