package org.earlyhelp.hub.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small OpenTelemetry collector: keeps what is posted to {@code /v1/traces} as it came, protocol buffers byte for byte. */
final class TraceCollector implements AutoCloseable {
    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean traces = exchange.getRequestURI().getPath().equals("/v1/traces") && "application/x-protobuf".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (traces) {
                bodies.add(new String(body, StandardCharsets.ISO_8859_1));
            }
            exchange.sendResponseHeaders(traces ? 200 : 404, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Everything so far; texts stand in it as they are. */
    String received() {
        return String.join("\n", bodies);
    }

    /** Whether a span of that trace came. */
    boolean hasTrace(String hex) {
        return received().contains(new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
