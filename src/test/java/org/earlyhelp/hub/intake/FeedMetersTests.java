package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedMetersTests {
    private static final String FEED = "avonford-police/missing-children";
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FeedMeters meters = new FeedMeters(registry);

    @Test
    void tellsAllOfAFeedBeforeItsFirstFile() {
        meters.begin("avonford-police", "missing-children");

        assertThat(registry.get("hub.deliveries").tag("feed", FEED).counters()).extracting(one -> one.getId().getTag("stage"))
                .containsExactlyInAnyOrder("ACCEPTED", "PARTIAL", "REJECTED", "DUPLICATE", "HELD", "INCOMPLETE");
        assertThat(registry.get("hub.records").tag("feed", FEED).counters()).extracting(one -> one.getId().getTag("result"))
                .containsExactlyInAnyOrder("accepted", "unchanged", "rejected");
        assertThat(registry.find("hub.deliveries").counters()).extracting(Counter::count).containsOnly(0.0);
        assertThat(registry.get("hub.receipt").tag("feed", FEED).timer().count()).isZero();
    }

    @Test
    void goesOnWithWhatHasCounted() {
        meters.begin("avonford-police", "missing-children");
        List<Meter> made = registry.getMeters();
        registry.counter("hub.deliveries", "feed", FEED, "stage", "REJECTED").increment();

        meters.begin("avonford-police", "missing-children");

        assertThat(registry.getMeters()).hasSameSizeAs(made);
        assertThat(registry.get("hub.deliveries").tag("stage", "REJECTED").counter().count()).isEqualTo(1);
    }
}
