package org.earlyhelp.hub.cli.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.Collection;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.witness.AddCheckpoint;
import org.earlyhelp.hub.sharing.witness.Witness;
import org.earlyhelp.hub.sharing.witness.WitnessAnswer;
import org.earlyhelp.hub.sharing.witness.WitnessFolder;

/**
 * A witness over HTTP: {@code POST /add-checkpoint}, and {@code GET /checkpoints/HASH}, the note cosigned last for the log
 * whose origin has that SHA-256. Nothing that comes in is secret, and only what a known log signed changes anything, so
 * that plain HTTP will do; who wants more puts a proxy before it.
 */
final class WitnessServer implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int WAITING_LIMIT = 16;
    private static final int STOP_SECONDS = 1;
    private static final String CHECKPOINTS = "/checkpoints/";
    private static final WitnessAnswer FAILED = new WitnessAnswer(500, "text/plain; charset=utf-8", "The checkpoint could not be kept; nothing was cosigned.\n");
    private static final WitnessAnswer NOT_FOUND = new WitnessAnswer(WitnessAnswer.UNKNOWN_LOG, "text/plain; charset=utf-8", "Not found.\n");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Witness witness;
    private final Map<String, String> origins;
    private final Consumer<String> notes;

    /** Listens at once. {@code notes} takes a line for each request that was not cosigned. Throws IOException when the port is taken. */
    WitnessServer(InetSocketAddress address, Witness witness, Collection<NoteKey> logs, Consumer<String> notes) throws IOException {
        this.witness = witness;
        this.notes = notes;
        this.origins = logs.stream().map(NoteKey::name).distinct().collect(Collectors.toMap(WitnessFolder::name, name -> name));
        server = HttpServer.create(address, WAITING_LIMIT);
        server.setExecutor(threads);
        server.createContext("/add-checkpoint", exchange -> answer(exchange, () -> add(exchange)));
        server.createContext(CHECKPOINTS, exchange -> answer(exchange, () -> latest(exchange)));
        server.createContext("/", exchange -> answer(exchange, () -> NOT_FOUND));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private WitnessAnswer add(HttpExchange exchange) {
        if (!exchange.getRequestMethod().equals("POST") || !exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
            return NOT_FOUND;
        }
        try {
            return witness.add(exchange.getRequestBody().readNBytes(AddCheckpoint.LIMIT_BYTES + 1));
        } catch (IOException e) {
            return FAILED;
        }
    }

    private WitnessAnswer latest(HttpExchange exchange) {
        String origin = origins.get(exchange.getRequestURI().getPath().substring(CHECKPOINTS.length()));
        return origin == null || !exchange.getRequestMethod().equals("GET") ? NOT_FOUND : witness.latest(origin);
    }

    private void answer(HttpExchange exchange, Supplier<WitnessAnswer> work) throws IOException {
        WitnessAnswer answer;
        try {
            answer = work.get();
        } catch (RuntimeException e) {
            notes.accept("A checkpoint could not be judged or kept (" + e.getClass().getSimpleName() + "); nothing was cosigned.");
            answer = FAILED;
        }
        if (answer.status() != WitnessAnswer.COSIGNED) {
            notes.accept("Not cosigned, " + answer.status() + ": " + answer.body().strip());
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        try (exchange) {
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(STOP_SECONDS);
        threads.shutdownNow();
    }
}
