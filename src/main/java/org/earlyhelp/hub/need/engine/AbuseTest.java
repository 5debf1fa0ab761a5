package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.need.rules.NeedRule;

/**
 * Domestic abuse near a child. The sentence never holds the victim and the alleged perpetrator of one referral together,
 * and in the household of the one it says nothing of the other.
 */
final class AbuseTest {
    private final FamilyFacts facts;
    private final Moment moment;

    AbuseTest(FamilyFacts facts, Moment moment) {
        this.facts = facts;
        this.moment = moment;
    }

    Optional<Holding> test(NeedCondition.DomesticAbuse condition, PersonHistory history) {
        List<AbuseEvent> referrals = history.abuse().stream().filter(event -> moment.isWithin(event.on(), condition.withinDays())).toList();
        List<Sign> signs = new ArrayList<>();
        referrals.forEach(event -> signs.add(event.sign()));
        if (!condition.episodeFlags().isEmpty()) {
            history.episodes().stream().filter(episode -> episode.hasAny(condition.episodeFlags()))
                    .filter(episode -> moment.isWithin(episode.on(), condition.withinDays())).forEach(episode -> signs.add(episode.sign()));
        }
        Map<String, ?> places = signs.isEmpty() ? Map.of() : Map.of("how", how(referrals, condition.withinDays()));
        return Holding.of(NeedTests.repeated(condition.repeat(), signs, moment), places, signs);
    }

    private String how(List<AbuseEvent> referrals, int days) {
        if (referrals.isEmpty()) {
            return "A missing-child notice names a risk of domestic abuse";
        }
        long named = referrals.stream().filter(event -> event.tie() == AbuseEvent.Tie.NAMED).count();
        if (named > 0) {
            return named == 1 ? "Named in a domestic-abuse referral" : "Named in " + named + " domestic-abuse referrals in " + days + " days";
        }
        AbuseEvent newest = referrals.stream().max(Comparator.comparing(AbuseEvent::at)).orElseThrow();
        String start = newest.namesChild() ? "The referral did not name this child" : "The referral named no child";
        return start + "; the hub links " + linked(newest) + " to " + children(newest);
    }

    private static String linked(AbuseEvent event) {
        return switch (event.tie()) {
            case BY_VICTIM -> "the victim";
            case BY_ALLEGED -> "the alleged perpetrator";
            default -> "it";
        };
    }

    /** How many children of this family the same referral is linked to by their parents. */
    private String children(AbuseEvent event) {
        LocalDate on = event.on();
        long count = PersonHistory.of(facts).stream().filter(history -> history.person().child() && history.person().isChildOn(on))
                .filter(history -> history.abuse().stream().anyMatch(other -> other.key().equals(event.key())
                        && other.tie() != AbuseEvent.Tie.NAMED)).count();
        return count == 1 ? "1 child" : count + " children";
    }
}
