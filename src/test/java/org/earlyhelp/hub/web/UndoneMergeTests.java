package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;

import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.identity.review.ReviewAnswer;
import org.earlyhelp.hub.identity.review.ReviewForm;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.junit.jupiter.api.Test;

/** What becomes of needs and alerts when a merge is taken back, over all rooms. */
class UndoneMergeTests extends StewardshipTest {
    private ReviewPair join(ReviewPair pair) {
        return done(reviews.same(form(pair)));
    }

    private ReviewPair undo(ReviewPair pair) {
        return done(reviews.undo(form(pair)));
    }

    private static ReviewForm form(ReviewPair pair) {
        return new ReviewForm(pair.id(), pair.version(), pair.one(), pair.other(), "sam", "looked at both");
    }

    private ReviewPair done(ReviewAnswer answer) {
        assertThat(answer).isInstanceOf(ReviewAnswer.Done.class);
        assess();
        return ((ReviewAnswer.Done) answer).pair();
    }

    /** What left since the last asking, in order. */
    private List<String> told() {
        List<String> told = sql.sql("""
                SELECT queue || ' ' || type || ' ' || coalesce(body::jsonb -> 'data' ->> 'alert', '') FROM outbox WHERE published_at IS NULL ORDER BY ordinal""")
                .query(String.class).list();
        sql.sql("UPDATE outbox SET published_at = now()").update();
        return told.stream().map(line -> line.replace("frontdoor.", "").replace("earlyhelp.", "").strip()).toList();
    }

    private List<Map<String, Object>> needs() {
        return sql.sql("""
                SELECT p.ref AS person, f.ref AS family, n.code, n.grade, n.agency, n.first_on, n.last_on, n.fact, n.evidence::text
                FROM need n JOIN person p ON p.id = n.person_id JOIN family f ON f.id = n.family_id ORDER BY 1, 2, 3, 5""").query().listOfRows();
    }

    private List<Map<String, Object>> levels() {
        return sql.sql("SELECT f.ref, l.level, l.look_again_at FROM family_level l JOIN family f ON f.id = l.family_id ORDER BY 1").query().listOfRows();
    }

    private List<String> openAlerts() {
        return sql.sql("SELECT f.ref || ' ' || a.queue || ' ' || a.status FROM alert a JOIN family f ON f.id = a.family_id WHERE a.status IN ('RAISED', 'ACKNOWLEDGED') ORDER BY 1")
                .query(String.class).list();
    }

    @Test
    void restoresNeedsLevelsAndAlertsOfBoth() {
        ReviewPair pair = aDoubt(abuse("D1").about(aChild().upn(UPN)), abuse("D2").about(ada().upn(UPN)));
        List<Map<String, Object>> needs = needs();
        List<Map<String, Object>> levels = levels();
        List<String> alerts = openAlerts();
        assertThat(alerts).hasSize(2);

        undo(join(pair));

        assertThat(needs()).isEqualTo(needs);
        assertThat(levels()).isEqualTo(levels);
        assertThat(openAlerts()).isEqualTo(alerts);
    }

    @Test
    void tellsAgainWhoeverWasToldOfTheTwoAsOne() {
        ReviewPair pair = aDoubt(abuse("D1").about(aChild().upn(UPN)), abuse("D2").about(ada().upn(UPN)));
        told();
        ReviewPair joined = join(pair);
        assertThat(told()).anyMatch(line -> line.startsWith("early-help alert.closed")).anyMatch(line -> line.startsWith("early-help alert.updated"))
                .contains("hub.identity-changed identity.merged.v1");

        undo(joined);

        assertThat(told()).anyMatch(line -> line.startsWith("early-help alert.updated")).anyMatch(line -> line.startsWith("early-help alert.raised"))
                .contains("hub.identity-changed identity.split.v1");
    }

    @Test
    void givesAMovedAlertBack() {
        ReviewPair pair = aDoubt(abuse("D2").about(ada().upn(UPN)));
        List<String> before = openAlerts();
        ReviewPair joined = join(pair);
        assertThat(openAlerts()).hasSize(1).isNotEqualTo(before);
        told();

        undo(joined);

        assertThat(openAlerts()).isEqualTo(before);
        assertThat(told()).filteredOn(line -> line.startsWith("early-help")).singleElement().asString().contains("alert.updated.v1");
    }

    @Test
    void makesNoNewsOfWhatWasDecidedBeforeTheMerge() {
        ReviewPair pair = aDoubt(abuse("D2").about(ada().upn(UPN)));
        sql.sql("UPDATE alert SET status = 'DECIDED', outcome = 'UNIVERSAL', closed_at = raised_at").update();
        ReviewPair joined = join(pair);
        told();

        undo(joined);

        assertThat(openAlerts()).isEmpty();
        assertThat(told()).noneMatch(line -> line.startsWith("early-help"));
    }

    @Test
    void raisesForTheOneOfWhomNewsCameMeanwhile() {
        ReviewPair pair = aDoubt();
        ReviewPair joined = join(pair);
        receive(abuse("D3").about(ada().upn(UPN)));
        told();

        undo(joined);

        assertThat(openAlerts()).singleElement().asString().startsWith(pair.otherFamily());
        assertThat(told()).anyMatch(line -> line.startsWith("early-help alert"));
    }

    @Test
    void raisesForTheOtherWhoseNewsWentIntoTheAlertThatGoesBack() {
        ReviewPair pair = aDoubt(abuse("D2").about(ada().upn(UPN)));
        ReviewPair joined = join(pair);
        receive(abuse("D1").about(aChild().upn(UPN)));
        told();

        undo(joined);

        assertThat(openAlerts()).hasSize(2);
        assertThat(told()).anyMatch(line -> line.startsWith("early-help alert.raised")).anyMatch(line -> line.startsWith("early-help alert.updated"));
    }
}
