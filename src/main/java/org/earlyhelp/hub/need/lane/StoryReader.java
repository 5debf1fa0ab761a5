package org.earlyhelp.hub.need.lane;

import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.FamilyStory;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.engine.FamilyFacts;
import org.earlyhelp.hub.need.engine.StoryTeller;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.storage.FamilyFactsStore;
import org.springframework.stereotype.Component;

/** Reads a family's facts and has them told. */
@Component
class StoryReader implements FamilyStory {
    private static final int MARKS_BACK_DAYS = 400;

    private final FamilyFactsStore store;
    private final RuleBook rules;
    private final HubClock clock;

    StoryReader(FamilyFactsStore store, RuleBook rules, HubClock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Story of(long familyId) {
        FamilyFacts facts = store.facts(List.of(familyId), clock.today().minusDays(MARKS_BACK_DAYS), false).get(familyId);
        Map<String, String> concerns = rules.rules().map(Rules::concerns).orElse(Map.of());
        return facts == null ? Story.NONE : StoryTeller.tell(facts, concerns, clock.today());
    }
}
