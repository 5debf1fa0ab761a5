package org.earlyhelp.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.earlyhelp.hub.embedded.folder.DataFolder;
import org.earlyhelp.hub.embedded.folder.Endpoints;
import org.earlyhelp.hub.embedded.folder.KeyFolder;
import org.earlyhelp.hub.embedded.postgres.PostgresServer;
import org.earlyhelp.hub.embedded.settings.StartSettings.External;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * Where a hub's database answers while no hub runs in this process: the external one, that of a hub running on the data
 * folder, or the embedded one, started under the data folder's lock until {@link #close}.
 */
record DatabaseDoor(External database, AutoCloseable server) implements AutoCloseable {
    /** Throws StartFailure with a plain sentence when there is none, or it cannot be started. Lines for the operator go to {@code say}. */
    static DatabaseDoor open(Store store, Consumer<String> say) {
        return store.external().isPresent() ? new DatabaseDoor(store.external().get(), () -> { }) : embedded(store, say);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseDoor embedded(Store store, Consumer<String> say) {
        if (!Files.isDirectory(store.dataDir().resolve("postgres"))) {
            throw new StartFailure("There is no database in the data folder " + store.dataDir() + ": set HUB_DATA_DIR or HUB_DB_URL to a hub's own.");
        }
        if (Endpoints.of(store.dataDir()).isPresent()) {
            return of(PostgresServer.running(store.dataDir(), keys(store.keyDir())), () -> { });
        }
        DataFolder folder = DataFolder.take(store.dataDir());
        try {
            PostgresServer server = PostgresServer.start(folder.root(), keys(store.keyDir()), say);
            return of(server, () -> {
                server.close();
                folder.close();
            });
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static DatabaseDoor of(PostgresServer server, AutoCloseable end) {
        return new DatabaseDoor(new External(server.url(), server.userName(), server.password()), end);
    }

    private static KeyFolder keys(Path folder) {
        try {
            return KeyFolder.open(folder);
        } catch (IOException e) {
            throw new StartFailure("The key folder " + folder + " cannot be used (" + e.getClass().getSimpleName() + ").", e);
        }
    }
}
