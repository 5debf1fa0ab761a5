package org.earlyhelp.hub.web.stewardship;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.review.ReviewDesk;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.stereotype.Component;

/** The pairs in the order in which they should be answered, by what a join would change. Names nobody. */
@Component
class ReviewQueue {
    static final int PAIRS_SHOWN = 50;
    /** Pairs that are ranked by what a join would change; of a longer list the oldest. */
    static final int PAIRS_RANKED = 500;

    private final ReviewDesk reviews;
    private final Urgency urgency;
    private final HubClock clock;

    ReviewQueue(ReviewDesk reviews, Urgency urgency, HubClock clock) {
        this.reviews = reviews;
        this.urgency = urgency;
        this.clock = clock;
    }

    /** One pair; {@code due} in words, {@code dueAt} null where age alone counts. */
    record Line(long id, String one, String other, String why, String state, String concern, String due, Instant dueAt, boolean overdue, String raised) {
    }

    /** What is shown of the queue, and how many wait by class. */
    record Page(List<Line> lines, Map<String, Long> byClass, boolean more, Disclosure.Refused<?> refused) {
    }

    private record Ranked(ReviewPair pair, Urgency.Rank rank) {
        Instant dueAt() {
            return rank.dueAt();
        }
    }

    /** The pairs due first; empty when nothing may be shown. */
    Page show(DisclosureDesk desk, Viewer viewer, String page) {
        List<Ranked> ranked = ranked();
        List<Ranked> shown = ranked.stream().limit(PAIRS_SHOWN).toList();
        Map<String, Long> byClass = ranked.stream().collect(Collectors.groupingBy(it -> it.rank.concern().words(), TreeMap::new, Collectors.counting()));
        MatchAsk ask = new MatchAsk();
        shown.forEach(it -> ask.person(it.pair.one()).person(it.pair.other()));
        boolean hidden = shown.stream().anyMatch(it -> it.pair.placeHidden());
        Disclosure<List<Line>> answer = desk.disclose(ask.request(viewer, page, hidden), allowance -> shown.stream().map(this::line).toList());
        return answer instanceof Disclosed<List<Line>> disclosed ? new Page(disclosed.content(), byClass, ranked.size() > shown.size(), null)
                : new Page(List.of(), byClass, !shown.isEmpty(), (Disclosure.Refused<List<Line>>) answer);
    }

    private List<Ranked> ranked() {
        List<ReviewPair> asked = reviews.asked(PAIRS_RANKED);
        Map<Long, Urgency.Rank> ranks = urgency.of(asked);
        return asked.stream().map(pair -> new Ranked(pair, ranks.get(pair.id()))).sorted(Comparator.comparing((Ranked it) -> it.pair.isSunk())
                .thenComparing(it -> it.rank.concern()).thenComparing(Ranked::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(it -> it.pair.evidenceAt()).thenComparing(it -> it.pair.id())).toList();
    }

    private Line line(Ranked it) {
        boolean overdue = it.dueAt() != null && it.dueAt().isBefore(clock.now());
        String due = it.dueAt() == null ? "by age" : PlainTime.of(it.dueAt()) + (overdue ? " (overdue)" : "");
        return new Line(it.pair.id(), it.pair.one(), it.pair.other(), it.pair.why(), it.pair.state().words(), it.rank.concern().words(), due, it.dueAt(),
                overdue, PlainTime.of(it.pair.raisedAt()));
    }
}
