package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;
import org.earlyhelp.hub.need.rules.HarmRule;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.Rules;

/**
 * Facts of one family in, an assessment out. States what the rules say and on what evidence; decides nothing. Pure and
 * stateless: the same facts, rules and moment give the same assessment, in whatever order the facts arrived.
 */
public final class NeedEngine {
    /** A family of more records is not reckoned: each of its rules is undecided. Real families have some hundred. */
    static final int RECORDS_LIMIT = 5_000;
    private static final int LEVEL_OF_HARM = 4;

    private final Rules rules;
    private final LiveFeeds live;

    public NeedEngine(Rules rules, LiveFeeds live) {
        this.rules = rules;
        this.live = live;
    }

    /** Assesses the family as it stands at the moment. */
    public Judged assess(FamilyFacts facts, Known known, Instant now) {
        Moment moment = new Moment(now);
        Doubts doubts = new Doubts();
        List<PersonHistory> histories = histories(facts, doubts);
        List<ShownNeed> needs = needs(facts, histories, moment, doubts);
        List<ShownHarm> harms = harms(histories, moment, doubts);
        int level = level(needs, harms, known, doubts);
        News news = new News(known, needs, harms);
        List<Need> shown = inOrder(needs);
        List<RuleRef> holding = new AlertRules(rules.alerts()).holding(level, needs, shown, doubts);
        FamilyPicture picture = new FamilyPicture(facts, histories, rules, moment);
        List<Assessment.OpenInvolvement> open = picture.alreadyOpen();
        String locality = picture.locality();
        new ReaderNotes(facts, doubts).add(needs, harms);
        Assessment assessment = new Assessment(facts.familyId(), facts.familyRef(), level, shown, harmTests(harms),
                holding, news.keys(), level == LEVEL_OF_HARM || news.isLive(live),
                new Pathways(rules).first(level, shown, locality, open), locality, picture.hasAbuseWithPupil(news.keys()),
                picture.children(needs, harms), open, picture.knownTo(shown, harms), doubts.undecided(), doubts.notes(), moment.lookAgainAt());
        return new Judged(assessment, news.keysToRemember());
    }

    /** Nobody's, and all rules undecided, where there is more than can be reckoned in reasonable time. */
    private List<PersonHistory> histories(FamilyFacts facts, Doubts doubts) {
        if (facts.records().size() <= RECORDS_LIMIT) {
            return PersonHistory.of(facts);
        }
        String why = "the family has more than " + RECORDS_LIMIT + " records";
        rules.needs().stream().filter(NeedRule::on).forEach(rule -> doubts.undecided(rule.id(), why));
        rules.harmTests().stream().filter(HarmRule::on).forEach(rule -> doubts.undecided(rule.id(), why));
        return List.of();
    }

    private List<ShownNeed> needs(FamilyFacts facts, List<PersonHistory> histories, Moment moment, Doubts doubts) {
        NeedTests tests = new NeedTests(facts, rules.calendar(), moment, doubts);
        List<ShownNeed> shown = new ArrayList<>();
        for (NeedRule rule : rules.needs()) {
            if (rule.on()) {
                histories.forEach(history -> tried(rule.id(), doubts, () -> tests.test(rule, history).ifPresent(shown::add)));
            }
        }
        return Superseded.leftOut(shown);
    }

    private List<ShownHarm> harms(List<PersonHistory> histories, Moment moment, Doubts doubts) {
        HarmTests tests = new HarmTests(moment, doubts);
        List<ShownHarm> shown = new ArrayList<>();
        for (HarmRule rule : rules.harmTests()) {
            if (rule.on()) {
                histories.forEach(history -> tried(rule.id(), doubts, () -> shown.addAll(tests.test(rule, history))));
            }
        }
        return shown;
    }

    /** A rule that fails is undecided and a finding for a person; the other rules go on. The failure's text may hold personal data. */
    private static void tried(String rule, Doubts doubts, Runnable test) {
        try {
            test.run();
        } catch (RuntimeException e) {
            doubts.undecided(rule, "the hub failed to work it out (" + e.getClass().getSimpleName() + ")");
        }
    }

    private int level(List<ShownNeed> needs, List<ShownHarm> harms, Known known, Doubts doubts) {
        Stream<String> shown = needs.stream().map(need -> need.rule().group());
        long groups = Stream.concat(shown, groupsStillHeld(known, doubts)).distinct().count();
        if (groups > rules.levels().managerAboveGroups()) {
            doubts.note("More than " + rules.levels().managerAboveGroups() + " kinds of need at once: ask a manager to look.");
        }
        return harms.isEmpty() ? rules.levels().ofGroups(groups) : LEVEL_OF_HARM;
    }

    /** What was held and cannot be evaluated now has not ended: undecided is not "no". */
    private Stream<String> groupsStillHeld(Known known, Doubts doubts) {
        return rules.needs().stream().filter(rule -> rule.on() && doubts.isUndecided(rule.id()))
                .filter(rule -> known.grades().keySet().stream().anyMatch(held -> held.need().equals(rule.id()))).map(NeedRule::group);
    }

    private static List<Need> inOrder(List<ShownNeed> needs) {
        return needs.stream().flatMap(need -> need.byAgency().stream()).toList();
    }

    /** One line a test, person and agency, by its newest case; the evidence is of all cases. */
    private static List<HarmTest> harmTests(List<ShownHarm> harms) {
        List<HarmTest> tests = new ArrayList<>();
        harms.stream().map(ShownHarm::asHarmTest).sorted(Comparator.comparing(HarmTest::on).reversed()).forEach(test -> {
            for (int i = 0; i < tests.size(); i++) {
                if (isSame(tests.get(i), test)) {
                    tests.set(i, joined(tests.get(i), test));
                    return;
                }
            }
            tests.add(test);
        });
        return tests;
    }

    private static boolean isSame(HarmTest one, HarmTest other) {
        return one.code().equals(other.code()) && one.person().equals(other.person()) && one.agency().equals(other.agency());
    }

    private static HarmTest joined(HarmTest newest, HarmTest older) {
        Set<String> evidence = new LinkedHashSet<>(newest.evidence());
        evidence.addAll(older.evidence());
        return new HarmTest(newest.code(), newest.fact(), newest.on(), newest.person(), newest.agency(), List.copyOf(evidence));
    }
}
