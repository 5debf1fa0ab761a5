package org.earlyhelp.hub.cli.torture.matrix;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is told of alarms by {@code HUB_ALARM_WEBHOOK}: keeps each telling once, by its id. Thread-safe. */
final class ToldOutside implements AutoCloseable {
    private static final int TAKEN = 204;
    private static final JsonMapper JSON = JsonMapper.shared();
    private final HttpServer server;
    private final Map<String, String> subjects = new LinkedHashMap<>();

    private ToldOutside(HttpServer server) {
        this.server = server;
    }

    static ToldOutside listen() throws IOException {
        ToldOutside told = new ToldOutside(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        told.server.createContext("/", told::take);
        told.server.start();
        return told;
    }

    /** For the setting. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** What was told about such a thing, in order, as {@code Alarm: ends soon}. */
    synchronized List<String> about(String... kinds) {
        return subjects.values().stream().filter(subject -> List.of(kinds).stream().anyMatch(subject::endsWith)).map(subject -> subject.substring(subject.indexOf(", ") + 2)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode telling = JSON.readTree(exchange.getRequestBody().readAllBytes());
            synchronized (this) {
                subjects.put(telling.path("id").asString(), telling.path("subject").asString());
            }
            exchange.sendResponseHeaders(TAKEN, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
