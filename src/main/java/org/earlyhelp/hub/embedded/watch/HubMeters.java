package org.earlyhelp.hub.embedded.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.DeadLetters;
import org.earlyhelp.hub.embedded.backup.LastBackup;
import org.earlyhelp.hub.embedded.storage.StandingFigures;
import org.earlyhelp.hub.embedded.storage.StandingFigures.Pile;
import org.earlyhelp.hub.intake.FeedMeters;
import org.earlyhelp.hub.intake.LaneDepth;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.springframework.stereotype.Component;

/**
 * The measures by which an operator's monitoring knows how the hub stands. They are taken every {@value #EVERY_SECONDS} s and not when they are
 * asked for: a monitoring that asks too often costs nothing. What each means: src/docs/monitoring/measures.md.
 */
@Component
public class HubMeters extends TaskLifecycle {
    static final int EVERY_SECONDS = 15;
    private static final int LETTERS_COUNTED = 1_000;
    private static final Duration FILES_OF = Duration.ofHours(24);
    private static final List<String> QUEUES = Stream.of(AlertQueue.values()).map(AlertQueue::queueName).toList();
    private final AgreementBook agreements;
    private final FeedMeters feeds;
    private final StandingFigures figures;
    private final DeadLetters deadLetters;
    private final LogWatch sharingLog;
    private final SftpFolders folders;
    private final HubSettings settings;
    private final HubClock clock;
    private final PileMeter lanes;
    private final PileMeter files;
    private final PileMeter open;
    private final PileMeter waiting;
    private final PileMeter outbox;
    private final PileMeter unacknowledged;
    private final PileMeter undecided;
    private final PileMeter alarms;
    private final PileMeter tellings;
    private final PileMeter letters;
    private final RegularTask regularly = new RegularTask("measures", EVERY_SECONDS, this::take);
    private volatile LogState log;
    private volatile boolean brokerAnswers;
    private volatile long taken = System.nanoTime();

    HubMeters(MeterRegistry registry, AgreementBook agreements, StandingFigures figures, DeadLetters deadLetters, LogWatch sharingLog, SftpFolders folders, HubSettings settings, HubClock clock) {
        this.agreements = agreements;
        this.feeds = new FeedMeters(registry);
        this.figures = figures;
        this.deadLetters = deadLetters;
        this.sharingLog = sharingLog;
        this.folders = folders;
        this.settings = settings;
        this.clock = clock;
        lanes = new PileMeter(registry, "hub.lane.files", "hub.lane.oldest", "feed", "Uploads that wait in a lane", List.of());
        files = new PileMeter(registry, "hub.files", null, "stage", "Files of the last 24 hours by how they stand", Stream.of(Stage.values()).map(Stage::name).toList());
        open = new PileMeter(registry, "hub.files.open", "hub.files.open.oldest", "state", "Files without their final answer, and files held", List.of("unanswered", "held"));
        waiting = new PileMeter(registry, "hub.waiting", "hub.waiting.oldest", "what", "Work that waits inside", List.of());
        outbox = new PileMeter(registry, "hub.outbox.messages", "hub.outbox.oldest", "queue", "Messages that the broker has not taken", QUEUES);
        unacknowledged = new PileMeter(registry, "hub.alerts.unacknowledged", "hub.alerts.unacknowledged.overdue", "queue", "Alerts past their limit to be acknowledged", QUEUES);
        undecided = new PileMeter(registry, "hub.alerts.undecided", "hub.alerts.undecided.overdue", "queue", "Alerts past their limit to be decided", QUEUES);
        alarms = new PileMeter(registry, "hub.alarms.open", "hub.alarms.open.oldest", "kind", "Open alarms of the hub itself", List.of("feed-late"));
        tellings = new PileMeter(registry, "hub.tellings.waiting", "hub.tellings.waiting.oldest", "channel", "What no webhook or mail server has taken", List.of("alarm-mail"));
        letters = new PileMeter(registry, "hub.dead.letters", "hub.dead.letters.oldest", "queue", "Messages that could not be handled, by the queue they came from", List.of("frontdoor.decisions"));
        single(registry, "hub.broker.up", null, "1 while the broker answers", () -> brokerAnswers ? 1 : 0);
        single(registry, "hub.sharing.log.pending", null, "Entries of the sharing log under no signed checkpoint", () -> log == null ? 0 : log.pending());
        single(registry, "hub.sharing.log.checkpoint.age", "seconds", "Age of the newest signed checkpoint of the sharing log", this::checkpointAge);
        single(registry, "hub.sharing.log.stopped", null, "1 while the sharing log signs nothing until people have looked at it", () -> log != null && log.isStopped() ? 1 : 0);
        single(registry, "hub.sharing.log.faults", null, "Faults that the newest check of the sharing log found", () -> log == null || log.check() == null ? 0 : log.check().count());
        single(registry, "hub.backup.age", "seconds", "Age of the newest backup; infinite when there was none", this::backupAge);
        single(registry, "hub.disk.free.share", null, "Share of the data folder's disk that is free, 0 to 1", this::freeShare);
        single(registry, "hub.measures.age", "seconds", "How long ago these measures were taken", () -> (System.nanoTime() - taken) / 1e9);
    }

    @Override
    protected HubTask task() {
        return regularly;
    }

    /** Takes all measures now. Throws when database or disk do not answer; what was known stays, and its age tells. */
    void take() throws IOException {
        agreements.feeds().forEach(terms -> feeds.begin(terms.agency(), terms.feed()));
        Instant now = clock.now();
        letters.tell(deadLetters(), now);
        lanes.tell(LaneDepth.all(folders).stream().map(lane -> new Pile(lane.feed(), lane.files(), lane.oldest())).toList(), HubClock.machineTime());
        files.tell(figures.filesSince(now.minus(FILES_OF)), now);
        open.tell(List.of(figures.unanswered(), figures.held()), now);
        waiting.tell(figures.waiting(), now);
        outbox.tell(figures.outbox(), now);
        unacknowledged.tell(figures.unacknowledged(now), now);
        undecided.tell(figures.undecided(now), now);
        alarms.tell(figures.alarms(), now);
        tellings.tell(figures.tellings(), now);
        log = sharingLog.state();
        taken = System.nanoTime();
    }

    /** By the queue they came from; none while the broker is away, which is a measure of its own. */
    private List<Pile> deadLetters() {
        DeadLetters.Listing listing = deadLetters.list(LETTERS_COUNTED);
        brokerAnswers = listing instanceof DeadLetters.Listing.Letters;
        return listing instanceof DeadLetters.Listing.Letters lying ? lying.letters().stream().map(letter -> new Pile(letter.queue(), 1, letter.at())).toList() : List.of();
    }

    private double checkpointAge() {
        return log == null || log.signedAt() == null ? 0 : PileMeter.seconds(log.signedAt(), HubClock.machineTime());
    }

    private double backupAge() {
        return LastBackup.of(settings.dataDir()).map(at -> PileMeter.seconds(at, HubClock.machineTime())).orElse(Double.POSITIVE_INFINITY);
    }

    private double freeShare() {
        try {
            FileStore disk = Files.getFileStore(settings.dataDir());
            return (double) disk.getUsableSpace() / disk.getTotalSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void single(MeterRegistry registry, String name, String unit, String says, Supplier<Number> value) {
        Gauge.builder(name, value).description(says).baseUnit(unit).register(registry);
    }
}
