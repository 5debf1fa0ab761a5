package org.earlyhelp.hub.embedded.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * Any port that is free, below the ports that systems give to outgoing connections: a part binds its port seconds after it was
 * found free, and in between somebody's connection could be given it.
 */
public final class AnyPort {
    public static final int LOWEST = 20_000;
    public static final int HIGHEST = 32_767;
    private static final int DATABASES = 30_000;
    private static final int TRIES = 200;

    private AnyPort() {
    }

    /** One for a door, free on that address at this moment. Throws StartFailure when none was found. */
    public static int freeOn(String address) {
        return freeOn(address, LOWEST, DATABASES - 1);
    }

    /** One for the embedded database, which starts while the doors' ports are settled and not bound: never one of theirs. */
    public static int ofDatabase(String address) {
        return freeOn(address, DATABASES, HIGHEST);
    }

    private static int freeOn(String address, int lowest, int highest) {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = lowest + drawn() % (highest - lowest + 1);
            if (isFree(port, address)) {
                return port;
            }
        }
        throw new StartFailure("No port from " + lowest + " to " + highest + " was found free on " + address + ": name one in the settings.");
    }

    /** Whether that port could be bound now. */
    public static boolean isFree(int port, String address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int drawn() {
        return Short.toUnsignedInt(ByteBuffer.wrap(Ids.randomBytes(Short.BYTES)).getShort());
    }
}
