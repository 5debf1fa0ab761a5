package org.earlyhelp.hub.need.lane;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.Forecasts;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.RuleRef;
import org.earlyhelp.hub.need.engine.FamilyFacts;
import org.earlyhelp.hub.need.engine.JoinedFacts;
import org.earlyhelp.hub.need.engine.Known;
import org.earlyhelp.hub.need.engine.NeedEngine;
import org.earlyhelp.hub.need.storage.PlacedPeople;
import org.earlyhelp.hub.need.storage.PlacedPeople.Placed;
import org.springframework.stereotype.Component;

/** Asks the engine about facts put together for the question. */
@Component
class Foreteller implements Forecasts {
    private final FamilyAssessor assessor;
    private final PlacedPeople people;
    private final RuleBook rules;
    private final LiveFeeds live;
    private final HubClock clock;

    Foreteller(FamilyAssessor assessor, PlacedPeople people, RuleBook rules, LiveFeeds live, HubClock clock) {
        this.assessor = assessor;
        this.people = people;
        this.rules = rules;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Map<Join, Forecast> ifOne(Collection<Join> joins) {
        Map<Join, Forecast> forecasts = new LinkedHashMap<>();
        rules.rules().ifPresent(read -> {
            Map<String, Placed> placed = people.of(joins.stream().flatMap(join -> Stream.of(join.one(), join.other())).distinct().toList());
            Map<Long, FamilyFacts> facts = assessor.facts(read, placed.values().stream().map(Placed::family).distinct().toList());
            Question question = new Question(new NeedEngine(read, live), clock.now());
            joins.stream().filter(join -> placed.containsKey(join.one()) && placed.containsKey(join.other())).forEach(join ->
                    forecasts.put(join, question.ask(facts, placed.get(join.one()), placed.get(join.other()))));
        });
        return forecasts;
    }

    @Override
    public void assessNow(Collection<Long> families) {
        rules.rules().ifPresent(read -> assessor.assess(read, List.copyOf(families)));
    }

    private record Question(NeedEngine engine, Instant now) {
        Forecast ask(Map<Long, FamilyFacts> facts, Placed one, Placed other) {
            FamilyFacts mine = facts.get(one.family());
            FamilyFacts theirs = facts.get(other.family());
            Assessment joined = assess(JoinedFacts.of(mine, theirs, one.person(), other.person()));
            Set<RuleRef> alone = Stream.of(mine, theirs).flatMap(family -> assess(family).rules().stream()).collect(Collectors.toSet());
            return new Forecast(Math.max(one.level(), other.level()), joined.level(), !alone.containsAll(joined.rules()));
        }

        private Assessment assess(FamilyFacts family) {
            return engine.assess(family, Known.NOTHING, now).assessment();
        }
    }
}
