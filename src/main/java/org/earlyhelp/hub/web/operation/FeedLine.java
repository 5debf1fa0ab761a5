package org.earlyhelp.hub.web.operation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.sharing.FeedTerms;

/**
 * One feed as the operator sees it.
 *
 * @param latest when the newest file came; null when none has
 * @param stages how the newest files ended, such as {@code 3 accepted, 1 rejected}
 * @param accepted records of these files that were taken
 * @param rejected records of these files that were refused
 */
record FeedLine(FeedTerms terms, Instant latest, String stages, long accepted, long rejected) {
    /** {@code newest} are the feed's deliveries, the newest first. */
    static FeedLine of(FeedTerms terms, List<Delivery> newest) {
        Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
        newest.forEach(delivery -> counts.merge(delivery.stage(), 1, Integer::sum));
        String stages = counts.entrySet().stream().map(count -> count.getValue() + " " + StageWords.of(count.getKey())).collect(Collectors.joining(", "));
        return new FeedLine(terms, newest.isEmpty() ? null : newest.get(0).receivedAt(), stages,
                newest.stream().mapToLong(delivery -> delivery.counts().accepted()).sum(),
                newest.stream().mapToLong(delivery -> delivery.counts().rejected()).sum());
    }
}
