package org.earlyhelp.hub.embedded.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.embedded.storage.StandingFigures.Pile;

/** How many of each kind lie somewhere, and how old the oldest is; a kind that was there once is told as 0 from then on. Not thread-safe. */
final class PileMeter {
    private final String tag;
    private final MultiGauge counts;
    private final MultiGauge ages;
    private final Set<String> kinds;

    /**
     * @param count name of the measure of how many
     * @param age   name of the measure of the oldest's age, in seconds; null where age means nothing
     * @param kinds told as 0 though none of them was ever there
     */
    PileMeter(MeterRegistry registry, String count, String age, String tag, String says, List<String> kinds) {
        this.tag = tag;
        this.counts = MultiGauge.builder(count).description(says).register(registry);
        this.ages = age == null ? null : MultiGauge.builder(age).description(says + ": age of the oldest").baseUnit("seconds").register(registry);
        this.kinds = new TreeSet<>(kinds);
    }

    void tell(List<Pile> piles, Instant now) {
        piles.forEach(pile -> kinds.add(pile.kind()));
        counts.register(kinds.stream().map(kind -> Row.of(Tags.of(tag, kind), count(piles, kind))).toList(), true);
        if (ages != null) {
            ages.register(kinds.stream().map(kind -> Row.of(Tags.of(tag, kind), age(piles, kind, now))).toList(), true);
        }
    }

    private static double count(List<Pile> piles, String kind) {
        return piles.stream().filter(pile -> pile.kind().equals(kind)).mapToLong(Pile::count).sum();
    }

    private static double age(List<Pile> piles, String kind, Instant now) {
        return piles.stream().filter(pile -> pile.kind().equals(kind) && pile.oldest() != null).mapToDouble(pile -> seconds(pile.oldest(), now)).max().orElse(0);
    }

    /** Never below 0, though clocks differ. */
    static double seconds(Instant from, Instant now) {
        return Math.max(0, Duration.between(from, now).toMillis() / 1000.0);
    }
}
