package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.earlyhelp.hub.cli.bench.Timings;
import org.earlyhelp.hub.cli.outside.SftpDoor;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.torture.verdict.Finding;

/** Many files in one burst, while people look at their pages. */
final class BurstRows {
    private static final int BURST_FILES = 1_000;
    private static final int BURST_AT_ONCE = 4;
    private static final Duration PAGE_TARGET = Duration.ofMillis(500);

    private BurstRows() {
    }

    static List<Row> rows() {
        return List.of(Row.slow("F26", "a burst of " + BURST_FILES + " files", BurstRows::burst));
    }

    private static List<Finding> burst(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            PageWatch pages = PageWatch.warmedUp(hub.hub());
            long begun = System.nanoTime();
            CompletableFuture<List<Duration>> looks = pages.begin();
            List<CompletableFuture<Void>> senders = IntStream.range(0, BURST_AT_ONCE).mapToObj(part -> CompletableFuture.runAsync(() -> sendPart(hub, part))).toList();
            senders.forEach(CompletableFuture::join);
            long sent = System.nanoTime();
            Await.until("all files of the burst are held", Bench.LIMIT.multipliedBy(3), () -> hub.held("F26-").size() == BURST_FILES);
            Timings times = new Timings(pages.end(looks));
            hub.settle();
            place.say().accept("pages meanwhile: " + times);
            place.say().accept("%d files were sent in %.1f s, all held %.1f s after the first".formatted(BURST_FILES, (sent - begun) / 1e9, (System.nanoTime() - begun) / 1e9));
            return List.of(Finding.same("every record is held once", IntStream.range(0, BURST_FILES).mapToObj(i -> "F26-" + i + "@1").sorted().toList(), hub.held("F26-")),
                    Finding.that("pages are there within " + PAGE_TARGET.toMillis() + " ms at the 95th percentile meanwhile", times.p95().compareTo(PAGE_TARGET) <= 0, times),
                    Finding.that("every file has its receipt", hub.door(POLICE).receipts("f26-").size() == BURST_FILES, hub.door(POLICE).receipts("f26-").size() + " receipts"));
        }
    }

    private static void sendPart(Bench hub, int part) {
        try (SftpDoor door = SftpDoor.open(hub.hub(), POLICE)) {
            for (int i = part; i < BURST_FILES; i += BURST_AT_ONCE) {
                door.send(MISSING, "f26-" + i + ".json", notice("F26-" + i, 1, "LOW", "2026-11-20T21:30:00Z", child("burst" + i)).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
