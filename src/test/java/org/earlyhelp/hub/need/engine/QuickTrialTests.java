package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.RulesFolder;
import org.earlyhelp.hub.need.ShippedRules;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.trial.Steps;
import org.earlyhelp.hub.need.trial.TwoRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick what-if against the plain one, and the promise on which it rests: before the time to look again, time alone changes nothing. */
class QuickTrialTests {
    private static final Instant NOW = Instant.parse(AFamily.NOW);
    private static final int FAMILIES = 40;
    private final long seed = System.nanoTime();
    @TempDir
    private Path folder;
    private List<Rules> candidates;

    @BeforeEach
    void changeRules() {
        candidates = List.of(
                everythingOn("on").rules(),
                copy("age").withNeed("""
                        - id: YOUNG
                          version: 1
                          title: A need of a test
                          group: test
                          outcome: GOOD_EDUCATION
                          stands-alone: true
                          holds-when: {all: [{fact: age, from-years: 5, under-years: 12}, {none: [{fact: coded-sessions, codes: [N], at-least: 2, school-weeks: 4}]}, {fact: missing-episode, within-days: 200}]}
                          says: It holds
                          examples:
                            - {title: nothing known, now: 2026-11-23T08:40:00Z, born: 2012-05-01, given: [{ref: A, fact: {fact: INVOLVEMENT, service: Any, level: 1, opened: 2026-02-01}}], expect: none}
                        """).rules(),
                copy("windows").with("needs.yaml", "within-days: 90}", "within-days: 30}").with("levels.yaml", "returned-within-days: 7}", "returned-within-days: 20}").rules(),
                copy("levels").with("levels.yaml", "level-3-from-groups: 3", "level-3-from-groups: 4").with("needs.yaml", "stands-alone: [SEVERE]", "stands-alone: true").rules(),
                everythingOn("calendar").with("school-calendar.yaml", "  - {from: 2026-09-02, to: 2026-10-23}\n", "").rules(),
                ends2026(everythingOn("ends")).rules(),
                ShippedRules.rules());
    }

    private RulesFolder copy(String name) {
        return RulesFolder.copiedTo(folder.resolve(name));
    }

    private RulesFolder everythingOn(String name) {
        RulesFolder rules = copy(name);
        while (rules.text("needs.yaml").contains("on: false")) {
            rules.with("needs.yaml", "on: false", "on: true");
        }
        return rules;
    }

    /** A calendar that does not reach the last weeks. */
    private static RulesFolder ends2026(RulesFolder rules) {
        String text = rules.text("school-calendar.yaml");
        int from = text.indexOf("  - {from: 2026-11-02");
        return rules.with("school-calendar.yaml", text.substring(from, text.indexOf("closed:")), "");
    }

    private Stream<FamilyFacts> families() {
        return IntStream.range(0, FAMILIES).mapToObj(i -> new RandomFamily(seed + i).make());
    }

    private static List<Instant> moments() {
        return Steps.since(LocalDate.of(2025, 11, 20), NOW).moments();
    }

    @Test
    void saysAtEveryMomentWhatThePlainOneSays() {
        for (Rules candidate : candidates) {
            NaiveTrial plain = new NaiveTrial(candidates.get(0), candidate, moments());
            RulePair quick = new RulePair(candidates.get(0), candidate);
            families().forEach(facts -> assertThat(said(quick, facts)).as("seed %d", seed).isEqualTo(plain.add(facts)));
        }
    }

    /** What both sets say at each moment, asked only where the what-if asks. */
    private static List<String> said(RulePair pair, FamilyFacts facts) {
        FamilyPast past = new FamilyPast(facts, moments());
        List<String> said = new ArrayList<>();
        RulePair.Both both = null;
        for (int step = 0; step < moments().size(); step++) {
            both = pair.next(past, step, both);
            said.add(text(both.before()) + " / " + text(both.after()));
        }
        return said;
    }

    private static String text(RulePair.Stand it) {
        return it.rules() + " " + it.level() + (it.undecided() ? " undecided" : "");
    }

    @Test
    void countsTheWeeksThePlainOneCounts() {
        NaiveTrial plain = new NaiveTrial(ShippedRules.rules(), candidates.get(0), moments());
        TwoRules quick = new TwoRules(ShippedRules.rules(), candidates.get(0), new Steps(moments()));
        families().forEach(facts -> {
            plain.add(facts);
            quick.add(facts);
        });

        assertThat(quick.result().weeks()).as("seed %d", seed).isEqualTo(plain.weeks()).isNotEmpty();
        assertThat(quick.result().families()).isEqualTo(FAMILIES);
    }

    @Test
    void changesNothingBeforeTheTimeToLookAgain() {
        SplittableRandom random = new SplittableRandom(seed);
        for (Rules rules : candidates) {
            families().forEach(facts -> {
                Instant now = NOW.minus(Duration.ofDays(random.nextInt(300)));
                Assessment first = NaiveTrial.assess(rules, FactsAsOf.of(facts, now), now);
                Instant end = first.lookAgainAt() == null ? NOW.plus(Duration.ofDays(1000)) : first.lookAgainAt();
                for (int i = 0; i < 5; i++) {
                    Instant later = now.plusSeconds(random.nextLong(Duration.between(now, end).getSeconds()));
                    Assessment then = NaiveTrial.assess(rules, FactsAsOf.of(facts, now), later);
                    assertThat(NaiveTrial.text(then)).as("seed %d: from %s to %s", seed, now, later).isEqualTo(NaiveTrial.text(first));
                    assertThat(AFamily.codes(then)).as("seed %d: from %s to %s", seed, now, later).isEqualTo(AFamily.codes(first));
                }
            });
        }
    }
}
