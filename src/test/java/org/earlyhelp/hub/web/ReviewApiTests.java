package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReviewApiTests extends StewardshipTest {
    private HttpResponse<String> get(String path) {
        return new Browser(port).get(path, "steward", "s-pass");
    }

    private HttpResponse<String> send(String account, ReviewPair pair, String act, String reason) {
        String json = "{\"version\":%d,\"one\":\"%s\",\"other\":\"%s\",\"reason\":\"%s\"}".formatted(pair.version(), pair.one(), pair.other(), reason);
        return new Browser(port).postJson("/api/reviews/" + pair.id() + "/" + act, account, json);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void listsPairsByReference() {
        ReviewPair pair = aDoubt();

        JsonNode list = json(get("/api/reviews"));

        assertThat(list.path("counts").path("open").intValue()).isEqualTo(1);
        assertThat(list.path("pairs").get(0).path("one").stringValue()).isEqualTo(pair.one());
        assertThat(list.toString()).doesNotContain("Okafor");
    }

    @Test
    void showsOnePairBlind() {
        ReviewPair pair = aDoubt();
        sql.sql("UPDATE review_pair SET weight = 7.25").update();

        HttpResponse<String> answer = get("/api/reviews/" + pair.id());

        assertThat(json(answer).path("lines").get(0).path("verdict").stringValue()).isEqualTo("differs");
        assertThat(json(answer).path("acts").toString()).isEqualTo("[\"same\",\"different\",\"not-sure\"]");
        assertThat(answer.body()).doesNotContain("7.2");
        assertThat(sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'VIEWED' AND person = ?").param(pair.other()).query(Long.class).single()).isPositive();
    }

    @Test
    void takesAnAnswerOnceHoweverOftenItIsSent() {
        ReviewPair pair = aDoubt();

        assertThat(json(send("steward", pair, "different", "Two schools")).path("state").stringValue()).isEqualTo("DIFFERENT");
        assertThat(send("steward", pair, "different", "Two schools").statusCode()).isEqualTo(200);

        assertThat(reviews.steps(pair.id())).hasSize(1);
    }

    @Test
    void saysWhatItFound() {
        ReviewPair pair = aDoubt();
        send("steward", pair, "different", "a");

        HttpResponse<String> stale = send("steward", pair, "same", "b");

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(stale).path("detail").stringValue()).contains("Somebody has dealt with this pair").contains("Nothing was changed");
        assertThat(get("/api/reviews/999").statusCode()).isEqualTo(404);
        assertThat(new Browser(port).postJson("/api/reviews/" + pair.id() + "/undo", "steward", "{}").statusCode()).isEqualTo(400);
        assertThat(new Browser(port).postJson("/api/reviews/" + pair.id() + "/undo", "steward", "no json").statusCode()).isEqualTo(400);
        assertThat(send("front-door", pair, "undo", "x").statusCode()).isEqualTo(403);
        assertThat(send("manager", pair, "same", "x").statusCode()).isEqualTo(403);
    }

    @Test
    void takesNoFormOfAnotherSite() {
        ReviewPair pair = aDoubt();

        HttpResponse<String> form = as("steward").postRaw("/api/reviews/" + pair.id() + "/same", "version=0&reason=x&one=" + pair.one() + "&other=" + pair.other());

        assertThat(form.statusCode()).isIn(401, 403);
        assertThat(reviews.steps(pair.id())).isEmpty();
    }
}
