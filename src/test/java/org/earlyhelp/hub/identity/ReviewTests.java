package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.missing;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.identity.review.Parting;
import org.earlyhelp.hub.identity.review.PartingDesk;
import org.earlyhelp.hub.identity.review.ReviewAct;
import org.earlyhelp.hub.identity.review.ReviewAnswer;
import org.earlyhelp.hub.identity.review.ReviewAnswer.Fault;
import org.earlyhelp.hub.identity.review.ReviewCounts;
import org.earlyhelp.hub.identity.review.ReviewDesk;
import org.earlyhelp.hub.identity.review.ReviewForm;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.identity.review.ReviewState;
import org.earlyhelp.hub.identity.review.ReviewStep;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewTests {
    private static final String UPN = "N999400122002";
    private final Borough borough = new Borough();

    @AfterEach
    void close() {
        borough.close();
    }

    /** Two children of one pupil number: the question most schools raise. */
    private ReviewPair aDoubt() {
        borough.link(school("S1").about(aChild().upn(UPN)));
        borough.link(school("S2").about(named("Ada Lowe").born("2017-01-09").at("9 Far Lane", "ZZ99 7AB").upn(UPN)));
        return only();
    }

    private ReviewPair aHiddenDoubt() {
        borough.link(school("S1").about(aChild().upn(UPN)));
        borough.link(school("S2").about(named("Ada Lowe").born("2017-01-09").hiddenAt("9 Far Lane", "ZZ99 7AB").upn(UPN)));
        return only();
    }

    private ReviewDesk desk() {
        return borough.bean(ReviewDesk.class);
    }

    private ReviewPair only() {
        assertThat(desk().asked(10)).hasSize(1);
        return desk().asked(10).get(0);
    }

    private static ReviewForm form(ReviewPair seen, String by) {
        return new ReviewForm(seen.id(), seen.version(), seen.one(), seen.other(), by, "Seen both records");
    }

    private static ReviewPair done(ReviewAnswer answer) {
        assertThat(answer).isInstanceOf(ReviewAnswer.Done.class);
        return ((ReviewAnswer.Done) answer).pair();
    }

    private static Fault fault(ReviewAnswer answer) {
        assertThat(answer).isInstanceOf(ReviewAnswer.Refused.class);
        return ((ReviewAnswer.Refused) answer).fault();
    }

    @Test
    void asksAboutASharedPupilNumber() {
        ReviewPair pair = aDoubt();

        assertThat(List.of(pair.one(), pair.other())).containsExactly(borough.person("S1/PUPIL/0"), borough.person("S2/PUPIL/0"));
        assertThat(pair.reason()).isEqualTo("IDENTIFIER_OF_ANOTHER");
        assertThat(borough.findings()).containsExactly("IDENTIFIER_CONFLICT");
    }

    @Test
    void asksAboutAReusedLocalReference() {
        borough.link(missing("M1").about(aChild().ref("C-7")));
        borough.link(missing("M2").about(named("Ada Lowe").ref("C-7")));

        assertThat(only().why()).contains("identifier agrees");
    }

    @Test
    void asksAboutFindingsThatWereThereBeforePairs() throws IOException {
        ReviewPair pair = aDoubt();
        borough.sql.sql("DELETE FROM review_pair").update();

        borough.sql.sql(Files.readString(Path.of("src/main/resources/db/migration/V54__review_pairs_of_findings.sql"))).update();

        assertThat(List.of(only().one(), only().other())).containsExactly(pair.one(), pair.other());
        assertThat(done(desk().different(form(only(), "sam"))).state()).isEqualTo(ReviewState.DIFFERENT);
        assertThat(borough.sql.sql("SELECT count(*) FROM finding WHERE closed_at IS NULL").query(Long.class).single()).isZero();
    }

    @Test
    void asksAFewQuestionsWhereAllPupilsHaveOneNumber() {
        for (int i = 0; i < 12; i++) {
            borough.link(school("S" + i).about(named("Kid" + (char) ('a' + i) + " House" + (char) ('a' + i)).born("201" + i % 10 + "-0" + (1 + i % 9) + "-11").upn(UPN)));
        }

        assertThat(borough.people()).hasSize(12);
        assertThat(desk().asked(100)).hasSizeBetween(11, 12 * 5);
        assertThat(borough.sql.sql("SELECT max(n) FROM (SELECT count(*) AS n FROM review_pair GROUP BY mention_id) m").query(Long.class).single()).isEqualTo(5);
    }

    @Test
    void joinsWhatAPersonCallsTheSame() {
        ReviewPair pair = aDoubt();

        ReviewPair after = done(desk().same(form(pair, "sam")));

        assertThat(after.state()).isEqualTo(ReviewState.SAME);
        assertThat(borough.people()).hasSize(1);
        assertThat(desk().asked(10)).isEmpty();
        assertThat(borough.sql.sql("SELECT count(*) FROM finding WHERE closed_at IS NULL").query(Long.class).single()).isZero();
    }

    @Test
    void asksNoMoreAboutWhatIsDecidedDifferentEvenAfterARestart() {
        done(desk().different(form(aDoubt(), "sam")));

        borough.restart().link(school("S2").version(2).about(named("Ada Lowe").born("2017-01-10").upn(UPN)));

        assertThat(desk().asked(10)).isEmpty();
        assertThat(borough.people()).hasSize(2);
    }

    @Test
    void sinksWhatNobodyCanTellUntilSomethingNewIsSaid() {
        ReviewPair left = done(desk().notSure(form(aDoubt(), "sam")));
        assertThat(left.isSunk()).isTrue();
        borough.sql.sql("UPDATE review_pair SET decided_at = decided_at - interval '1 day'").update();

        borough.link(school("S2").version(2).about(named("Ada Lowe").born("2017-01-10").upn(UPN)));

        assertThat(only().isSunk()).isFalse();
    }

    @Test
    void needsASecondPersonWhereAPlaceIsHidden() {
        ReviewPair proposed = done(desk().same(form(aHiddenDoubt(), "sam")));
        assertThat(proposed.state()).isEqualTo(ReviewState.WAITING);
        assertThat(borough.people()).hasSize(2);

        assertThat(fault(desk().confirm(form(proposed, "sam")))).isEqualTo(Fault.SAME_PERSON);
        assertThat(done(desk().confirm(form(proposed, "mo"))).state()).isEqualTo(ReviewState.SAME);
        assertThat(borough.people()).hasSize(1);
    }

    @Test
    void opensAgainWhatTheSecondPersonDeclines() {
        ReviewPair proposed = done(desk().same(form(aHiddenDoubt(), "sam")));

        assertThat(done(desk().decline(form(proposed, "mo"))).state()).isEqualTo(ReviewState.OPEN);
        assertThat(borough.people()).hasSize(2);
    }

    @Test
    void takesAFormSentTwiceOnce() {
        ReviewPair pair = aDoubt();
        done(desk().same(form(pair, "sam")));

        assertThat(done(desk().same(form(pair, "sam"))).version()).isEqualTo(1);
        assertThat(desk().steps(pair.id())).extracting(ReviewStep::act).containsExactly(ReviewAct.JOIN);
    }

    @Test
    void refusesWhatDoesNotFitAndChangesNothing() {
        ReviewPair pair = aDoubt();

        assertThat(fault(desk().same(new ReviewForm(pair.id(), 0, pair.one(), pair.other(), "sam", "  ")))).isEqualTo(Fault.NO_REASON);
        assertThat(fault(desk().same(new ReviewForm(pair.id(), 0, pair.one(), pair.other(), "sam", "x".repeat(501))))).isEqualTo(Fault.NO_REASON);
        assertThat(fault(desk().same(new ReviewForm(99, 0, pair.one(), pair.other(), "sam", "y")))).isEqualTo(Fault.UNKNOWN);
        assertThat(fault(desk().confirm(form(pair, "sam")))).isEqualTo(Fault.NOT_ALLOWED);
        assertThat(fault(desk().undo(form(pair, "sam")))).isEqualTo(Fault.NOT_ALLOWED);
        assertThat(desk().steps(pair.id())).isEmpty();
    }

    @Test
    void refusesAFormOlderThanTheLastAct() {
        ReviewPair pair = aDoubt();
        done(desk().different(form(pair, "sam")));

        ReviewAnswer late = desk().same(form(pair, "mo"));

        assertThat(fault(late)).isEqualTo(Fault.STALE);
        assertThat(((ReviewAnswer.Refused) late).found()).contains("different people").contains("Nothing was changed");
    }

    @Test
    void carriesAPairAlongWhenOneIsMergedAway() {
        ReviewPair pair = aDoubt();
        borough.link(health("H1").about(named("Adah Low")));
        IdentitySteward steward = borough.bean(IdentitySteward.class);

        String kept = steward.merge(pair.other(), borough.person("H1/CHILD/0"));
        assertThat(kept).isEqualTo(pair.other());
        String older = steward.merge(pair.one(), borough.person("H1/CHILD/0"));

        assertThat(older).isEqualTo(pair.one());
        assertThat(desk().asked(10)).isEmpty();
        assertThat(fault(desk().different(form(pair, "sam")))).isEqualTo(Fault.STALE);
    }

    @Test
    void keepsADecisionWhenAPersonIsMergedIntoAThird() {
        borough.link(health("H1").about(named("Adah Low")));
        ReviewPair pair = aDoubt();
        done(desk().different(form(pair, "sam")));

        String third = borough.bean(IdentitySteward.class).merge(borough.person("H1/CHILD/0"), pair.other());
        borough.restart().link(school("S1").version(2).about(aChild().upn(UPN).knownAs("Chi")));

        assertThat(third).isNotEqualTo(pair.other());
        assertThat(desk().asked(10)).isEmpty();
        assertThat(borough.people()).hasSize(2);
    }

    @Test
    void leavesTakingBackAHiddenJoinToTwoPeople() {
        ReviewPair proposed = done(desk().same(form(aHiddenDoubt(), "sam")));
        ReviewPair joined = done(desk().confirm(form(proposed, "mo")));
        PartingDesk partings = borough.bean(PartingDesk.class);
        String gone = desk().joined(joined.id()).orElseThrow().gone();
        Parting parting = new Parting.Unmerge(joined.one(), gone);

        assertThat(fault(desk().undo(form(joined, "sam")))).isEqualTo(Fault.NOT_ALLOWED);
        assertThat(partings.part(parting, new Hand("sam", "Two children"))).isEmpty();
        assertThat(partings.part(parting, new Hand("sam", "Two children"))).isEmpty();
        assertThat(partings.waiting(10)).hasSize(1);
        assertThat(partings.part(parting, new Hand("mo", "Seen both"))).contains(gone);

        assertThat(desk().find(joined.id()).orElseThrow().state()).isEqualTo(ReviewState.UNDONE);
        assertThat(partings.waiting(10)).isEmpty();
    }

    @Test
    void refusesToProposeWhatDoesNotFit() {
        ReviewPair pair = aHiddenDoubt();

        assertThatThrownBy(() -> borough.bean(PartingDesk.class).part(new Parting.Unmerge(pair.one(), pair.other()), new Hand("sam", "x")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not merged");
        assertThat(borough.count("parting")).isZero();
    }

    @Test
    void undoesEachDecision() {
        ReviewPair different = done(desk().different(form(aDoubt(), "sam")));
        ReviewPair open = done(desk().undo(form(different, "mo")));
        assertThat(open.state()).isEqualTo(ReviewState.OPEN);
        ReviewPair same = done(desk().same(form(open, "sam")));

        ReviewPair undone = done(desk().undo(form(same, "mo")));

        assertThat(undone.state()).isEqualTo(ReviewState.UNDONE);
        assertThat(undone.keptApart()).isTrue();
        assertThat(borough.people()).hasSize(2);
        assertThat(done(desk().undo(form(undone, "mo"))).isAsked()).isTrue();
        assertThat(desk().counts()).isEqualTo(new ReviewCounts(1, 0, 2, 2, 3));
    }

    @Test
    void neverShowsOrDecidesASealedPerson() {
        ReviewPair pair = aDoubt();
        borough.bean(IdentitySteward.class).seal(pair.one());

        assertThat(desk().asked(10)).isEmpty();
        assertThat(desk().find(pair.id())).isEmpty();
        assertThat(fault(desk().same(form(pair, "sam")))).isEqualTo(Fault.UNKNOWN);
    }

    @Test
    void letsAnUnmergeElsewhereTakeTheDecisionBack() {
        ReviewPair pair = aDoubt();
        done(desk().same(form(pair, "sam")));

        borough.bean(IdentitySteward.class).unmerge(pair.one(), pair.other());

        assertThat(desk().find(pair.id()).orElseThrow().state()).isEqualTo(ReviewState.UNDONE);
    }

    @Test
    void settlesTheDoubtOfTheLinkAndBringsItBack() {
        ReviewPair pair = aDoubt();
        assertThat(borough.match("S2/PUPIL/0")).isEqualTo("REVIEW");

        ReviewPair same = done(desk().same(form(pair, "sam")));
        assertThat(borough.match("S2/PUPIL/0")).isEqualTo("CERTAIN");
        ReviewPair undone = done(desk().undo(form(same, "sam")));
        assertThat(borough.match("S2/PUPIL/0")).isEqualTo("REVIEW");
        done(desk().different(form(done(desk().undo(form(undone, "sam"))), "sam")));
        assertThat(borough.match("S2/PUPIL/0")).isEqualTo("CERTAIN");
    }

    @Test
    void putsDecisionsIntoTheSharingLogWithWhoAndWhy() {
        ReviewPair pair = aDoubt();
        borough.acts.clear();
        done(desk().undo(form(done(desk().same(form(pair, "sam"))), "mo")));

        assertThat(borough.acts).extracting(Act::kind).containsExactly(ActKind.MATCHED, ActKind.CORRECTED);
        assertThat(borough.acts).extracting(act -> act.recipient().who() + " " + act.detail().get("other")).containsExactly("sam " + pair.other(), "mo " + pair.other());
    }
}
