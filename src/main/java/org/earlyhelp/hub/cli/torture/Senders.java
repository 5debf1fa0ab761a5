package org.earlyhelp.hub.cli.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.SftpDoor;

/** All agencies sending at once, each its own files one after another. Used by one thread; close it to end its own. */
final class Senders implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "sender"));

    /**
     * What is under way.
     *
     * @param firstClosed done as soon as the server has confirmed one upload, or all senders have given up
     * @param unsent      what was not sent, once all have ended
     */
    record Sending(CompletableFuture<Void> firstClosed, CompletableFuture<Unsent> unsent) {
    }

    /**
     * The end of a sending.
     *
     * @param files   those whose upload was not seen closed; an agency gives up at its first such file
     * @param reasons why, for each agency that gave up
     */
    record Unsent(List<DropFile> files, List<String> reasons) {
        private static Unsent none() {
            return new Unsent(List.of(), List.of());
        }

        private Unsent and(Unsent other) {
            return new Unsent(joined(files, other.files), joined(reasons, other.reasons));
        }

        private static <T> List<T> joined(List<T> one, List<T> other) {
            return Stream.concat(one.stream(), other.stream()).toList();
        }
    }

    /** Begins to send. */
    Sending begin(ChildHub hub, List<DropFile> files) {
        CompletableFuture<Void> firstClosed = new CompletableFuture<>();
        Map<String, List<DropFile>> byAgency = new LinkedHashMap<>();
        files.forEach(file -> byAgency.computeIfAbsent(file.agency(), agency -> new ArrayList<>()).add(file));
        List<CompletableFuture<Unsent>> parts = byAgency.entrySet().stream()
                .map(agency -> CompletableFuture.supplyAsync(() -> send(hub, agency.getKey(), agency.getValue(), firstClosed), threads)).toList();
        CompletableFuture<Unsent> unsent = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(all -> parts.stream().map(CompletableFuture::join).reduce(Unsent.none(), Unsent::and));
        unsent.whenComplete((left, failure) -> firstClosed.complete(null));
        return new Sending(firstClosed, unsent);
    }

    private static Unsent send(ChildHub hub, String agency, List<DropFile> files, CompletableFuture<Void> firstClosed) {
        int closed = 0;
        try (SftpDoor door = SftpDoor.open(hub, agency)) {
            for (DropFile file : files) {
                door.send(file.feed(), file.name(), file.text().getBytes(StandardCharsets.UTF_8));
                closed++;
                firstClosed.complete(null);
            }
        } catch (IOException | RuntimeException e) {
            // The hub is down, as it must be after a kill: what was not confirmed is sent again later.
            return new Unsent(files.subList(closed, files.size()), List.of(agency + ": " + e));
        }
        return Unsent.none();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
