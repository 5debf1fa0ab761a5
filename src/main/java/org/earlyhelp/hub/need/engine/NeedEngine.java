package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;
import org.earlyhelp.hub.need.rules.Rules;

/**
 * Facts of one family in, an assessment out. States what the rules say and on what evidence; decides nothing. Pure and
 * stateless: the same facts, rules and moment give the same assessment, in whatever order the facts arrived.
 */
public final class NeedEngine {
    private static final Set<String> KEEPS_SAFE = Set.of("SAFE_FROM_ABUSE_AND_EXPLOITATION", "SAFE_FROM_DOMESTIC_ABUSE");
    private final Rules rules;
    private final LiveFeeds live;

    /** {@code live}: of which feeds news may raise a clocked alert. */
    public NeedEngine(Rules rules, LiveFeeds live) {
        this.rules = rules;
        this.live = live;
    }

    /** Assesses the family as it stands at the moment. */
    public Judged assess(FamilyFacts facts, Known known, Instant now) {
        Moment moment = new Moment(now);
        List<PersonHistory> histories = facts.records().size() > RuleOutcomes.RECORDS_LIMIT ? List.of() : PersonHistory.of(facts);
        Findings found = new RuleOutcomes(facts, histories, rules.calendar(), moment).of(rules);
        List<ShownNeed> needs = found.needs().stream().filter(need -> mayBeRaised(need, facts)).toList();
        List<ShownHarm> harms = found.harms();
        Doubts doubts = found.doubts();
        int level = new FamilyLevel(rules, known, doubts).of(needs, harms);
        News news = new News(known, needs, harms);
        List<Need> shown = inOrder(needs);
        List<RuleRef> holding = new AlertRules(rules.alerts()).holding(level, needs, shown, doubts);
        FamilyPicture picture = new FamilyPicture(facts, histories, rules, moment);
        List<Assessment.OpenInvolvement> open = picture.alreadyOpen();
        String locality = picture.locality();
        new ReaderNotes(facts, doubts).add(needs, harms);
        Assessment assessment = new Assessment(facts.familyId(), facts.familyRef(), level, shown, harmTests(harms),
                holding, news.keys(), level == FamilyLevel.OF_HARM || news.isLive(live),
                new Pathways(rules).first(level, shown, locality, open), locality, picture.hasAbuseWithPupil(news.keys()),
                picture.children(needs, harms), open, picture.knownTo(shown, harms), doubts.undecided(), doubts.notes(), moment.lookAgainAt());
        return new Judged(assessment, news.keysToRemember());
    }

    /** Of whose data may only be kept, nothing is raised but what keeps a child safe; harm tests always are. */
    static boolean mayBeRaised(ShownNeed need, FamilyFacts facts) {
        return !facts.restricted().contains(need.person().id()) || KEEPS_SAFE.contains(need.rule().outcome());
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
