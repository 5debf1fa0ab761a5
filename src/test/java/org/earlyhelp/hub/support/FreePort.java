package org.earlyhelp.hub.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that was free a moment ago, for a server that binds it later or comes back on it: below those that systems give to outgoing
 * connections, and none that a hub draws.
 */
public final class FreePort {
    private static final int LOWEST = 10_000;
    private static final int BEYOND = 15_000;
    private static final int TRIES = 200;

    private FreePort() {
    }

    public static int find() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Taken by somebody else: the next draw is another.
                continue;
            }
        }
        throw new IllegalStateException("no port from " + LOWEST + " to " + (BEYOND - 1) + " was found free");
    }
}
