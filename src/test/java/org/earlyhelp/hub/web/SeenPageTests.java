package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenPageTests extends SharingLogTest {
    @Test
    void namesEverybodyAndEveryMachineThatGotSomething() {
        log.sent("frontdoor.early-help", "P-AAAAAA").at("2026-11-20T10:00:00Z").write();
        log.look("j.lane", "P-AAAAAA").with("act", "X").write();
        log.look("j.lane", "P-AAAAAA").with("act", "X").with("source", "safe-haven").write();
        log.look("j.lane", "P-AAAAAA").with("act", "Y").write();
        log.look("somebody.else", "P-BBBBBB").write();

        String html = page("/people/P-AAAAAA/seen");

        assertThat(html).contains("frontdoor.early-help").contains("front-door, j.lane").contains("20 November 2026").contains(", 2 times").doesNotContain("somebody.else");
    }

    @Test
    void tellsApartWhoAskedAndGotNothing() {
        log.look("j.lane", "P-AAAAAA").with("kind", "REFUSED").write();

        assertThat(page("/people/P-AAAAAA/seen")).contains("Nobody has got anything about this person").contains("Got nothing:").contains("Refused, front-door, j.lane");
    }

    @Test
    void countsWhatTheHubReceivedAsNobodysLook() {
        person("P-AAAAAA", "F-AAAAAA", "Lane");
        log.look("hub", "P-AAAAAA").with("kind", "RECEIVED").with("who", null).write();

        assertThat(page("/people/P-AAAAAA/seen")).contains("Nobody has got anything").doesNotContain("Received");
    }

    @Test
    void followsWhoeverWasMergedIntoThePerson() {
        person("P-AAAAAA", "F-AAAAAA", "Lane");
        person("P-BBBBBB", "F-BBBBBB", "Lane");
        sql.sql("UPDATE person SET gone_into = (SELECT id FROM person WHERE ref = 'P-AAAAAA') WHERE ref = 'P-BBBBBB'").update();
        log.look("before.the.merge", "P-BBBBBB").write();

        assertThat(page("/people/P-AAAAAA/seen")).contains("before.the.merge").contains("P-BBBBBB, merged into it");
        assertThat(page("/people/P-BBBBBB/seen")).contains("before.the.merge").contains("P-AAAAAA, the reference that stands now");
    }

    @Test
    void knowsWhoSawThemWhileTheyWereTakenForAnother() {
        person("P-AAAAAA", "F-AAAAAA", "Lane");
        person("P-BBBBBB", "F-BBBBBB", "Lane");
        event("merged", "2026-11-01T00:00:00Z");
        event("unmerged", "2026-11-10T00:00:00Z");
        log.look("too.early", "P-AAAAAA").at("2026-10-31T09:00:00Z").write();
        log.look("in.between", "P-AAAAAA").at("2026-11-05T09:00:00Z").write();
        log.look("too.late", "P-AAAAAA").at("2026-11-11T09:00:00Z").write();

        assertThat(page("/people/P-BBBBBB/seen")).contains("in.between").contains("taken for the same person until 10 November 2026").doesNotContain("too.early").doesNotContain("too.late");
        assertThat(page("/people/P-AAAAAA/seen")).contains("too.early").contains("in.between").contains("too.late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/people/P-ZZZZZZ/seen", "/people/Zoe/seen", "/people/P-1/seen"})
    void knowsNothingOfOtherReferences(String path) {
        assertThat(ig().get(path).statusCode()).isEqualTo(404);
    }

    private void event(String kind, String at) {
        sql.sql("INSERT INTO identity_event (kind, kept, gone, at) VALUES (?, 'P-AAAAAA', 'P-BBBBBB', ?)").params(kind, java.sql.Timestamp.from(Instant.parse(at))).update();
    }
}
