package org.earlyhelp.hub.cli.bench.morning;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.earlyhelp.hub.cli.bench.Timings;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.cli.outside.HubTables;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;

/** Runs a morning against a hub of its own whose pupils are all new to it, and prints when everything was where it belongs. */
public final class MorningBench {
    private static final Duration HELD_TARGET = Duration.ofMinutes(10);
    private static final Duration ALERT_TARGET = Duration.ofSeconds(10);
    private static final Duration PAGE_TARGET = Duration.ofMillis(500);
    /** After the last upload; what is not held by then is said to be missing. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long LOOK_AGAIN_MILLIS = 250;
    private static final int WEEKEND = 6;
    private final Morning morning;
    private final Consumer<String> say;

    /** {@code say} takes the lines to print. */
    public MorningBench(Morning morning, Consumer<String> say) {
        this.morning = morning;
        this.say = say;
    }

    /** Starts the hub in the folder; throws when a session, a page or the hub itself fails. */
    public void run(HubLaunch launch, HubFolder folder) throws Exception {
        try (ChildHub hub = ChildHub.begin(launch, folder, Optional.empty())) {
            hub.awaitReady();
            say.accept("%,d files with %,d rows by %d sessions and %d notices within %d s".formatted(morning.files(), morning.rows(), Morning.SESSIONS,
                    morning.notices(), morning.span().toSeconds()));
            measure(hub);
        }
    }

    private void measure(ChildHub hub) throws Exception {
        HubTables tables = HubTables.of(hub);
        Uploads uploads = new Uploads(hub, morning, schoolDay());
        Notices notices = new Notices(morning);
        Pages pages = new Pages(notices);
        ExecutorService crowd = Executors.newCachedThreadPool();
        try {
            Clockwork begun = Clockwork.begin();
            Future<Void> reading = crowd.submit(() -> pages.read(hub));
            Future<Void> receiving = crowd.submit(() -> notices.receive(hub, begun, morning.span().plus(PATIENCE)));
            all(crowd, Stream.concat(uploads.sessions(begun).stream(), Stream.<Callable<Void>>of(() -> notices.send(hub, begun))).toList());
            Duration sent = begun.since();
            Duration held = awaitHeld(tables, begun, sent);
            tell("every row held after the last upload: %.1f s".formatted(seconds(held.minus(sent))), held.minus(sent).compareTo(HELD_TARGET) <= 0 && isWhole(tables));
            receiving.get();
            pages.stop();
            reading.get();
            report(tables, uploads, notices, pages, sent);
        } finally {
            pages.stop();
            crowd.shutdownNow();
        }
    }

    private void report(HubTables tables, Uploads uploads, Notices notices, Pages pages, Duration sent) {
        say.accept("the last upload was confirmed after %.1f s; an upload: %s".formatted(seconds(sent), new Timings(uploads.times())));
        List<Duration> alerts = notices.times();
        tell(alerts.isEmpty() ? "no notice has an alert" : "notice to alert on its queue: " + new Timings(alerts),
                alerts.size() == morning.notices() && new Timings(alerts).max().compareTo(ALERT_TARGET) <= 0);
        pages.times().forEach((page, times) -> tell("%-14s %s".formatted(page, new Timings(times)), new Timings(times).p95().compareTo(PAGE_TARGET) <= 0));
        say.accept("rows held %,d of %,d; work left for matching and after: %s".formatted(tables.rowsHeld(Uploads.FEED), morning.rows(), tables.workLeft()));
    }

    private Duration awaitHeld(HubTables tables, Clockwork begun, Duration sent) {
        while (!isWhole(tables) && begun.since().minus(sent).compareTo(PATIENCE) < 0) {
            Waiting.millis(LOOK_AGAIN_MILLIS);
        }
        return begun.since();
    }

    private boolean isWhole(HubTables tables) {
        return tables.rowsHeld(Uploads.FEED) >= morning.rows();
    }

    private void tell(String figure, boolean met) {
        say.accept(figure + (met ? "  met" : "  missed"));
    }

    private static void all(ExecutorService crowd, List<Callable<Void>> acts) throws Exception {
        for (Future<Void> done : crowd.invokeAll(acts)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cut ? cut : e;
            }
        }
    }

    /** The last day on which marks were made: today, or the Friday before. */
    private static LocalDate schoolDay() {
        LocalDate today = London.dateOf(HubClock.machineTime());
        return today.minusDays(Math.max(0, today.getDayOfWeek().getValue() + 1 - WEEKEND));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
