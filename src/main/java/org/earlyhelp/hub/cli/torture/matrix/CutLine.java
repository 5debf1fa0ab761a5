package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A line to a server of this machine that can be held, deafened, slowed and cut. Thread-safe. */
final class CutLine implements AutoCloseable {
    private static final int PIECE_BYTES = 4_096;
    private static final int LOOK_AGAIN_MILLIS = 5;
    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Integer> farPorts = ConcurrentHashMap.newKeySet();
    private volatile boolean held;
    private volatile boolean deaf;
    private volatile int bytesPerSecond;

    private CutLine(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    /** A line to that port, open. */
    static CutLine to(int target) throws IOException {
        CutLine line = new CutLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        line.background("line", line::accept);
        return line;
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From which ports the server was called, connection by connection. */
    Set<Integer> farPorts() {
        return Set.copyOf(farPorts);
    }

    /** While held, nothing goes either way and nothing is closed. */
    void hold(boolean now) {
        held = now;
    }

    /** While deaf, the client's words arrive and the server's answers are swallowed. */
    void deafen(boolean now) {
        deaf = now;
    }

    /** 0 = as fast as it can. */
    void slow(int bytesASecond) {
        bytesPerSecond = bytesASecond;
    }

    /** Resets all connections; new ones may come. */
    void cut() {
        for (Socket socket : sockets) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // It was closed already, which is what was wanted.
                continue;
            }
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(server);
            farPorts.add(server.getLocalPort());
            background("line out", () -> carry(client, server, false));
            background("line back", () -> carry(server, client, true));
        }
    }

    private void carry(Socket from, Socket to, boolean back) throws IOException {
        try (from; to) {
            byte[] piece = new byte[PIECE_BYTES];
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                pause(bytesPerSecond == 0 ? 0 : TimeUnit.SECONDS.toMillis(n) / bytesPerSecond);
                while (held) {
                    pause(LOOK_AGAIN_MILLIS);
                }
                if (!(back && deaf)) {
                    out.write(piece, 0, n);
                    out.flush();
                }
            }
        }
    }

    private static void pause(long millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    @FunctionalInterface
    private interface Carrying {
        void go() throws IOException;
    }

    private void background(String name, Carrying work) {
        Thread thread = new Thread(() -> {
            try {
                work.go();
            } catch (IOException e) {
                // The line was cut or one end hung up: both belong to what is tried here.
                return;
            }
        }, name);
        thread.setDaemon(true);
        thread.start();
    }
}
