package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.earlyhelp.hub.cli.outside.MadeCertificate;

/** A server that shows a certificate, and counts who then says something: it answers nothing and hangs up. Thread-safe. */
final class TlsListener implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final int PATIENCE_MILLIS = 5_000;
    private final SSLServerSocket entrance;
    private final AtomicInteger believed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private TlsListener(SSLServerSocket entrance) {
        this.entrance = entrance;
    }

    /** On that port, 0 for any free one. */
    static TlsListener on(int port, MadeCertificate shown) throws IOException {
        TlsListener listener = new TlsListener((SSLServerSocket) shown.serving().getServerSocketFactory().createServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(listener::listen, "tls-listener");
        thread.setDaemon(true);
        thread.start();
        return listener;
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** How many callers believed the certificate and began to speak. */
    int believed() {
        return believed.get();
    }

    /** How many broke off at the sight of it. */
    int refused() {
        return refused.get();
    }

    private void listen() {
        while (!entrance.isClosed()) {
            try (Socket caller = entrance.accept()) {
                hear((SSLSocket) caller);
            } catch (IOException e) {
                // It was closed, or the caller is gone: the next one is heard.
                continue;
            }
        }
    }

    private void hear(SSLSocket caller) throws IOException {
        caller.setSoTimeout(PATIENCE_MILLIS);
        try {
            caller.startHandshake();
            if (caller.getInputStream().read() >= 0) {
                believed.incrementAndGet();
            }
        } catch (IOException e) {
            refused.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
