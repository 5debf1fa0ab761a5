package org.earlyhelp.hub.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * Keeps the port of a server that a test has stopped, until the server is started on it again: among tests at a time, each with its
 * connections, somebody else would get it now and then. Nobody is answered there meanwhile. The server itself may bind to it all the same.
 */
public final class HeldPort implements AutoCloseable {
    private final SocketChannel holding;

    private HeldPort(SocketChannel holding) {
        this.holding = holding;
    }

    /** Holds a port of loopback that nobody listens on. */
    public static HeldPort of(int port) throws IOException {
        SocketChannel holding = SocketChannel.open();
        try {
            // Bound and not listening, it stands in the way of nobody who reuses addresses, as servers do.
            holding.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new HeldPort(holding);
        } catch (IOException e) {
            holding.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        holding.close();
    }
}
