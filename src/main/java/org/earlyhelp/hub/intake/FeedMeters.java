package org.earlyhelp.hub.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What is counted of each feed's files and rows since the start. A count that only appears with its first file hides that file from
 * whoever asks how much it grew, so {@link #begin} makes all of a feed's at 0. Thread-safe.
 */
public final class FeedMeters {
    private static final Duration[] RECEIPT_STEPS = {Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(30)};
    private final MeterRegistry meters;

    public FeedMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Makes what is not there yet; what has counted goes on. */
    public void begin(String agency, String feed) {
        String name = agency + "/" + feed;
        Stream.of(Stage.values()).filter(Stage::isDecided).forEach(stage -> files(name, stage, 0));
        rows(name, Counts.NONE);
        receiptTimes(name);
    }

    /** A file was decided. */
    public void decided(Delivery delivery) {
        files(nameOf(delivery), delivery.stage(), 1);
    }

    /** Its sender was answered so long after the end of the upload. */
    public void answered(Delivery delivery, Duration after) {
        receiptTimes(nameOf(delivery)).record(after);
    }

    /** Rows of it were committed. */
    public void taken(Delivery delivery, Counts counts) {
        rows(nameOf(delivery), counts);
    }

    private static String nameOf(Delivery delivery) {
        return delivery.agency() + "/" + delivery.feed();
    }

    private void files(String feed, Stage stage, int more) {
        meters.counter("hub.deliveries", "feed", feed, "stage", stage.name()).increment(more);
    }

    private void rows(String feed, Counts more) {
        meters.counter("hub.records", "feed", feed, "result", "accepted").increment(more.accepted());
        meters.counter("hub.records", "feed", feed, "result", "unchanged").increment(more.unchanged());
        meters.counter("hub.records", "feed", feed, "result", "rejected").increment(more.rejected());
    }

    private Timer receiptTimes(String feed) {
        return Timer.builder("hub.receipt").description("From a file's arrival to its final receipt").tag("feed", feed)
                .serviceLevelObjectives(RECEIPT_STEPS).register(meters);
    }
}
