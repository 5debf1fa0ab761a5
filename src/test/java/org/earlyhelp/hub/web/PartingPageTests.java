package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.identity.IdentitySteward;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PartingPageTests extends StewardshipTest {
    @Autowired
    private IdentitySteward steward;

    private long mentionOf(String sourceRef) {
        return sql.sql("SELECT m.id FROM mention m JOIN record r ON r.id = m.record_id WHERE r.source_ref = ?").param(sourceRef).query(Long.class).single();
    }

    private String personOf(String sourceRef) {
        return sql.sql("SELECT p.ref FROM link l JOIN person p ON p.id = l.person_id WHERE l.mention_id = ?").param(mentionOf(sourceRef)).query(String.class).single();
    }

    private HttpResponse<String> send(String path, String reason) {
        return as("steward").post("/reviews", path, Map.of("reason", reason));
    }

    @Test
    void showsWhatEachRecordSaysAndWhyItIsLinked() {
        aDoubt(health("H1").about(aChild()));
        sql.sql("TRUNCATE sharing_entry").update();

        String html = page("steward", "/reviews/people/" + personOf("S1"));

        assertThat(html).contains("Name: Chidi Okafor").contains("Full name, date of birth and postcode agree.").contains("the first record of this person")
                .contains("Take it out");
        assertThat(sql.sql("SELECT DISTINCT kind FROM sharing_entry").query(String.class).list()).containsExactly("VIEWED");
    }

    @Test
    void showsTheRippleThenTakesARecordOut() {
        aDoubt(abuse("D1").about(aChild().upn(UPN)));
        String person = personOf("S1");
        String path = "/reviews/people/" + person + "/split/" + mentionOf("D1");

        assertThat(page("steward", path)).contains("What would happen").contains("would stand on its own at level").contains("frontdoor.early-help told");
        assertThat(personOf("D1")).isEqualTo(person);
        assertThat(send(path, "Another child").statusCode()).isEqualTo(302);

        assertThat(personOf("D1")).isNotEqualTo(person);
        assertThat(sql.sql("SELECT detail ->> 'by' || ': ' || (detail ->> 'words') FROM identity_event WHERE kind = 'split'").query(String.class).single())
                .isEqualTo("steward: Another child");
        assertThat(send(path, "Another child").body()).contains("does not speak of that person any more").contains("Nothing was changed");
    }

    @Test
    void judgesAPersonAnewWithTheRippleShownFirst() {
        aDoubt(health("H1").about(aChild()));
        String person = personOf("S1");
        String path = "/reviews/people/" + person + "/settle";

        assertThat(page("steward", path)).contains("What would happen").contains("Judge anew");
        assertThat(send(path, "").statusCode()).isEqualTo(400);
        assertThat(send(path, "Looks mixed up").statusCode()).isEqualTo(302);
        assertThat(personOf("S1")).isEqualTo(person);
        assertThat(send("/reviews/people/P-ABCDEF/settle", "Nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void takesAMergeBackWithTheRippleShownFirst() {
        ReviewPair pair = aDoubt(abuse("D2").about(ada().upn(UPN)));
        steward.merge(pair.one(), pair.other());
        assess();
        String path = "/reviews/people/" + pair.one() + "/unmerge/" + pair.other();

        assertThat(page("steward", "/reviews/people/" + pair.one())).contains("Take " + pair.other() + " out again");
        assertThat(page("steward", path)).contains("told again").contains("hub.identity-changed would be told");
        assertThat(send(path, "Two children").statusCode()).isEqualTo(302);

        assertThat(List.of(personOf("S1"), personOf("S2"))).containsExactly(pair.one(), pair.other());
        assertThat(send(path, "Two children").statusCode()).isEqualTo(409);
    }

    @Test
    void saysWhichPlacesWouldBeShownAgain() {
        ReviewPair pair = aHiddenDoubt();
        steward.merge(pair.one(), pair.other());

        String html = page("steward", "/reviews/people/" + pair.one() + "/unmerge/" + pair.other());

        assertThat(html).contains(pair.one() + " would be shown again").doesNotContain(pair.other() + " would be shown");
    }

    private HttpResponse<String> send(String role, String path, String reason) {
        return as(role).post("/reviews", path, Map.of("reason", reason));
    }

    @Test
    void takesAHiddenMergeBackByTwoHandsOnly() {
        ReviewPair pair = aHiddenDoubt();
        steward.merge(pair.one(), pair.other());
        String path = "/reviews/people/" + pair.one() + "/unmerge/" + pair.other();

        assertThat(send("manager", path, "Sure").statusCode()).as("nothing waits yet").isEqualTo(403);
        assertThat(send(path, "Two children").statusCode()).isEqualTo(302);
        assertThat(send(path, "Two children").statusCode()).as("the same person again").isEqualTo(302);
        assertThat(List.of(personOf("S1"), personOf("S2"))).containsExactly(pair.one(), pair.one());
        assertThat(page("manager", "/reviews")).contains("Take " + pair.other() + " out of " + pair.one()).contains("Reason: Two children");
        assertThat(page("manager", path)).contains("second, different person").contains("Do not take it out");
        assertThat(send("manager", path, "Agreed").statusCode()).isEqualTo(302);

        assertThat(List.of(personOf("S1"), personOf("S2"))).containsExactly(pair.one(), pair.other());
        assertThat(page("manager", "/reviews")).doesNotContain("Partings that wait");
    }

    @Test
    void keepsWhatASecondPersonDeclines() {
        receive(school("S1").about(aChild().hiddenAt("9 Secret Lane", "ZZ99 7QQ").upn(UPN)), health("H1").about(aChild().hiddenAt("9 Secret Lane", "ZZ99 7QQ")));
        String person = personOf("S1");
        String path = "/reviews/people/" + person + "/split/" + mentionOf("H1");
        send(path, "Another child");

        assertThat(page("manager", path)).contains("Proposed by steward").doesNotContain("Secret Lane");
        assertThat(send("manager", path + "/decline", "The same child").statusCode()).isEqualTo(302);

        assertThat(personOf("H1")).isEqualTo(person);
        assertThat(sql.sql("SELECT state || ' ' || decided_by FROM parting").query(String.class).list()).containsExactly("DECLINED manager");
        assertThat(send("manager", path, "x").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesWhatDoesNotFit() {
        ReviewPair pair = aDoubt(health("H1").about(aChild()));
        String path = "/reviews/people/" + personOf("S1") + "/split/" + mentionOf("H1");

        assertThat(send(path, "  ").statusCode()).isEqualTo(400);
        assertThat(send("/reviews/people/P-NOBODY/split/1", "x").statusCode()).isEqualTo(404);
        assertThat(send("/reviews/people/" + pair.other() + "/split/" + mentionOf("S2"), "x").body()).contains("no other record");
        assertThat(as("steward").get("/reviews/people/P-NOBODY").statusCode()).isEqualTo(404);
        steward.seal(pair.one());
        assertThat(as("steward").get("/reviews/people/" + pair.one()).statusCode()).isEqualTo(404);
        assertThat(send(path, "x").statusCode()).isEqualTo(404);
    }
}
