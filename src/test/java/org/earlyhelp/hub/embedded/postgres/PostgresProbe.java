package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.nio.file.Path;
import org.earlyhelp.hub.embedded.folder.KeyFolder;

/** A process that does nothing but keep a database running, until it is killed. */
final class PostgresProbe {
    private PostgresProbe() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(args[0]);
        PostgresServer server = PostgresServer.start(root.resolve("data"), KeyFolder.open(root.resolve("keys")), line -> System.out.println("say " + line));
        System.out.println("up " + server.url());
        Thread.currentThread().join();
    }
}
