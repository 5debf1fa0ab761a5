package org.earlyhelp.hub.need.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.RuleVersions.RuleInForce;
import org.earlyhelp.hub.need.RulesFolder;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.need.storage.FamilyWork;
import org.earlyhelp.hub.need.storage.RuleSetStore;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

class RuleKeeperTests {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    @TempDir
    private Path folder;
    private RulesFolder rules;
    private RuleBook book;
    private RuleKeeper keeper;
    private Borough borough;

    @BeforeEach
    void wire() {
        DataSource database = TestDatabase.fresh();
        borough = new Borough(database);
        context.registerBean(DataSource.class, () -> database);
        context.register(LaneWiring.class);
        context.refresh();
        context.getBean(AssessmentLane.class).stop();
        borough.sql().sql("DELETE FROM rule_set").update();
        rules = RulesFolder.copiedTo(folder.resolve("rules"));
        keeper = keeper(false);
        keeper.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    /** A hub as it starts, on the folder and the database of the test. */
    private RuleKeeper keeper(boolean demo) {
        book = new RuleBook();
        return new RuleKeeper(book, context.getBean(RuleSetStore.class), context.getBean(FamilyWork.class),
                new HubSettings(folder.resolve("data"), folder, folder.resolve("keys"), demo), context.getBean(HubClock.class),
                context.getBean(TransactionTemplate.class));
    }

    private void changeRaised() {
        rules.with("needs.yaml", "within-days: 90}", "within-days: 91}").with("needs.yaml", "  - id: MISSING\n    version: 1", "  - id: MISSING\n    version: 2")
                .with("needs.yaml", "title: an episode 91 days ago no longer counts\n        now: 2026-11-23T08:40:00Z", "title: an older one\n        now: 2026-11-24T08:40:00Z")
                .with("needs.yaml", "Reported missing once in 90 days", "Reported missing once in 91 days")
                .with("needs.yaml", "3 times in 90 days", "3 times in 91 days").with("needs.yaml", "Reported missing once in 90 days", "Reported missing once in 91 days");
        keeper.refresh();
    }

    private int daysOfMissing() {
        return ((NeedCondition.MissingEpisode) book.rules().orElseThrow().need("MISSING").orElseThrow().condition()).withinDays();
    }

    @Test
    void bringsTheFirstRulesIntoForceByItself() {
        assertThat(keeper.inForce().orElseThrow().activatedBy()).isEqualTo("installation");
        assertThat(keeper.proposal()).isEmpty();
        assertThat(daysOfMissing()).isEqualTo(90);
    }

    @Test
    void takesAChangedFolderForAProposal() {
        changeRaised();

        assertThat(keeper.faultsOfFolder()).isEmpty();
        assertThat(keeper.proposal().orElseThrow().rules()).contains("MISSING@2");
        assertThat(daysOfMissing()).isEqualTo(90);
    }

    @Test
    void asksForTwoPeople() {
        changeRaised();
        int number = keeper.proposal().orElseThrow().number();

        assertThat(keeper.activate(number, "bea")).isEqualTo(new Answer.Refused("Nobody has put this proposal forward yet."));
        assertThat(keeper.propose(number, "ada")).isEqualTo(new Answer.Done());
        assertThat(keeper.activate(number, "ada")).isEqualTo(new Answer.Refused("You put this proposal forward: a second person activates it."));
        assertThat(keeper.activate(number, "bea")).isEqualTo(new Answer.Done());
        assertThat(daysOfMissing()).isEqualTo(91);
        assertThat(keeper.inForce().orElseThrow()).extracting("proposedBy", "activatedBy").containsExactly("ada", "bea");
    }

    @Test
    void assessesEveryFamilyAnewAfterwards() {
        borough.family("F-1").family("F-2");
        changeRaised();
        int number = keeper.proposal().orElseThrow().number();
        keeper.propose(number, "ada");
        keeper.activate(number, "bea");

        assertThat(context.getBean(FamilyWork.class).waiting()).isEqualTo(2);
    }

    @Test
    void refusesAChangeWhoseVersionWasNotRaised() {
        rules.with("levels.yaml", "title: Still missing", "title: Missing for long");
        keeper.refresh();

        assertThat(keeper.proposal()).isEmpty();
        assertThat(keeper.faultsOfFolder()).extracting(ConfigFault::reason).containsExactly("the rule STILL_MISSING was changed but is still version 1: make it version 2");
    }

    @Test
    void keepsTheOldTextReadable() {
        int first = keeper.inForce().orElseThrow().number();
        changeRaised();
        int second = keeper.proposal().orElseThrow().number();
        keeper.propose(second, "ada");
        keeper.activate(second, "bea");

        assertThat(keeper.texts(first).get("needs.yaml")).contains("within-days: 90}").isNotEqualTo(keeper.texts(second).get("needs.yaml"));
        assertThat(keeper.newest(10)).extracting("number").containsExactly(second, first);
    }

    @Test
    void keepsWhatIsInForceOverARestart() {
        changeRaised();
        RuleKeeper next = keeper(false);
        next.refresh();

        assertThat(daysOfMissing()).isEqualTo(90);
        assertThat(next.proposal()).isPresent();
    }

    @Test
    void letsAnotherHubFollowAnActivation() {
        RuleBook firstBook = book;
        RuleKeeper first = keeper;
        changeRaised();
        RuleKeeper second = keeper(false);
        second.refresh();
        int number = second.proposal().orElseThrow().number();
        second.propose(number, "ada");
        second.activate(number, "bea");
        first.refresh();

        assertThat(((NeedCondition.MissingEpisode) firstBook.rules().orElseThrow().need("MISSING").orElseThrow().condition()).withinDays()).isEqualTo(91);
    }

    @Test
    void dropsAProposalThatTheFolderNoLongerMakes() {
        changeRaised();
        int number = keeper.proposal().orElseThrow().number();
        keeper.propose(number, "ada");
        rules.with("needs.yaml", "group: missing", "groups: missing");
        keeper.refresh();

        assertThat(keeper.proposal()).isEmpty();
        assertThat(keeper.activate(number, "bea")).isInstanceOf(Answer.Refused.class);
        assertThat(daysOfMissing()).isEqualTo(90);
    }

    @Test
    void recordsADemonstrationsChangesAtOnce() {
        RuleKeeper demo = keeper(true);
        demo.refresh();
        changeRaised();
        demo.refresh();
        IntStream.range(0, 3).forEach(again -> demo.refresh());

        assertThat(demo.inForce().orElseThrow().activatedBy()).isEqualTo("demo");
        assertThat(demo.newest(10)).hasSize(2);
        assertThat(daysOfMissing()).isEqualTo(91);
    }

    @Test
    void tellsWhatIsInForceAndSinceWhen() {
        assertThat(keeper.rulesInForce()).filteredOn(rule -> rule.id().equals("DA_MARAC")).singleElement().satisfies(rule -> {
            assertThat(rule).extracting(RuleInForce::kind, RuleInForce::version, RuleInForce::on).containsExactly("harm test", 1, true);
            assertThat(rule.outcomes()).containsExactly("SAFE_FROM_DOMESTIC_ABUSE");
            assertThat(rule.since()).isEqualTo("2026-11-23T08:40:00Z");
        });
    }
}
