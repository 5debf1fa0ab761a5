package org.earlyhelp.hub.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A webhook on a free port that keeps what comes and answers as it is told. */
public final class Webhook implements AutoCloseable {
    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;

    public Webhook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** The status of every further answer; 302 leads back to this webhook. */
    public Webhook answering(int status) {
        answer = status;
        return this;
    }

    public List<String> bodies() {
        return bodies;
    }

    private void take(HttpExchange call) throws IOException {
        bodies.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        call.getResponseHeaders().add("Location", "/elsewhere");
        call.sendResponseHeaders(answer, -1);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
