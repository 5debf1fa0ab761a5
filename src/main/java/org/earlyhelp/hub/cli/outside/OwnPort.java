package org.earlyhelp.hub.cli.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * A port for a server that is killed and started again: below those that systems give to outgoing connections, one of which
 * could else hold it while the server is down.
 */
final class OwnPort {
    private static final int LOWEST = 15_000;
    private static final int COUNT = 4_000;
    private static final int TRIES = 100;

    private OwnPort() {
    }

    /** One that is free at this moment. */
    static int next() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = LOWEST + Math.floorMod(ByteBuffer.wrap(Ids.randomBytes(Integer.BYTES)).getInt(), COUNT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Taken by somebody else: the next draw is another.
                continue;
            }
        }
        throw new StartFailure("No free port was found from " + LOWEST + " to " + (LOWEST + COUNT - 1) + ".");
    }
}
