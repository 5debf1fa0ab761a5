package org.earlyhelp.hub.cli.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.FrontDoor;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.cli.outside.HubTables;
import org.earlyhelp.hub.cli.outside.SftpDoor;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.StartFailure;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the confirmed close of one missing-child notice at an idle hub to its alert in the hands of the case system; beside
 * it an upload that the hub leaves alone, and a message through a broker that does nothing else.
 */
final class NoticeBench {
    private static final String POLICE = "avonford-police";
    private static final String FEED = "missing-children";
    private static final String QUEUE = "frontdoor.first-contact";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final int WARM_UP = 5;
    private static final LocalDate FIRST_BORN = LocalDate.of(2012, 1, 3);
    private final int tries;
    private final Consumer<String> say;

    NoticeBench(int tries, Consumer<String> say) {
        this.tries = tries;
        this.say = say;
    }

    /** Starts a hub of its own in {@code folder} and prints the figures. */
    void run(HubFolder folder) throws Exception {
        try (ChildHub hub = ChildHub.begin(HubLaunch.byScript(), folder, Optional.empty())) {
            hub.awaitReady();
            measure(hub);
        }
        try (PlainBroker broker = PlainBroker.start(folder.root().resolve("bare-broker"))) {
            broker.roundTrips(WARM_UP);
            say.accept("bare JMS send and receive, journal synced:       " + broker.roundTrips(tries));
        }
    }

    private void measure(ChildHub hub) throws IOException, JMSException {
        try (SftpDoor police = SftpDoor.open(hub, POLICE); FrontDoor door = FrontDoor.open(hub)) {
            List<Duration> notices = new ArrayList<>();
            List<Duration> uploads = new ArrayList<>();
            for (int number = 1; number <= WARM_UP + tries; number++) {
                awaitIdle(hub);
                byte[] notice = notice(number);
                long start = System.nanoTime();
                police.send(FEED, "bare-" + number + ".part", notice);
                uploads.add(Duration.ofNanos(System.nanoTime() - start));
                notices.add(timeToQueue(police, door, number, notice));
            }
            say.accept("first notices after the start:                   " + notices.subList(0, WARM_UP).stream().map(time -> time.toMillis() + " ms").toList());
            say.accept("notice, from SFTP close to alert received:       " + new Timings(notices.subList(WARM_UP, notices.size())));
            say.accept("bare SFTP upload of the same bytes:              " + new Timings(uploads.subList(WARM_UP, uploads.size())));
        }
    }

    private static Duration timeToQueue(SftpDoor police, FrontDoor door, int number, byte[] notice) throws IOException, JMSException {
        police.send(FEED, "notice-" + number + ".json", notice);
        long closed = System.nanoTime();
        String message = door.next(QUEUE, PATIENCE).orElseThrow(() -> new StartFailure("Notice " + number + " raised no alert in " + PATIENCE.toSeconds() + " s."));
        Duration time = Duration.ofNanos(System.nanoTime() - closed);
        if (!message.contains("\"earlyhelp.alert.raised.v1\"")) {
            throw new StartFailure("Notice " + number + " was answered by another message than an alert.");
        }
        return time;
    }

    private static void awaitIdle(ChildHub hub) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HubTables tables = HubTables.of(hub);
        while (hub.folder().hasUploadsWaiting() || !tables.workLeft().isDone(0)) {
            if (System.nanoTime() > end) {
                throw new StartFailure("The hub does not come to rest: " + tables.workLeft() + ".");
            }
            Waiting.millis(LOOK_AGAIN_MILLIS);
        }
    }

    /** A child whom nobody knows yet, missing for an hour at high risk. */
    private static byte[] notice(int number) {
        Instant reported = HubClock.machineTime().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> address = Map.of("line1", number + " Bench Street", "town", "Avonford", "postcode", "ZZ99 %dAA".formatted(number % 10));
        Map<String, Object> child = Map.of("surname", spelled("Q", number), "forenames", spelled("V", number * 7), "sex", number % 2 == 0 ? "F" : "M",
                "dateOfBirth", FIRST_BORN.plusDays(13L * number).toString(), "address", address);
        return JsonMapper.shared().writeValueAsString(Map.of("noticeRef", "BENCH-" + number, "version", 1, "kind", "INITIAL", "force", "AVON",
                "reportedAt", reported.toString(), "missingFrom", "HOME", "riskGrade", "HIGH", "child", child)).getBytes(StandardCharsets.UTF_8);
    }

    /** A name that no two numbers share or nearly share. */
    private static String spelled(String first, int number) {
        StringBuilder name = new StringBuilder(first);
        for (int rest = number; rest > 0; rest /= 5) {
            name.append(List.of("ab", "orm", "ilt", "end", "usk").get(rest % 5));
        }
        return name.toString();
    }
}
