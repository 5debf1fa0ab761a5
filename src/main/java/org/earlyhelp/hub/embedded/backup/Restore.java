package org.earlyhelp.hub.embedded.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.earlyhelp.hub.embedded.folder.DataFolder;
import org.earlyhelp.hub.embedded.folder.KeyFolder;
import org.earlyhelp.hub.embedded.folder.UnfinishedRestore;
import org.earlyhelp.hub.embedded.postgres.PostgresServer;
import org.earlyhelp.hub.embedded.settings.StartSettings.External;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.embedded.storage.SchemaCopy;
import org.earlyhelp.hub.embedded.storage.ServerVersion;
import org.earlyhelp.hub.embedded.storage.TableCopy;
import org.earlyhelp.hub.intake.resend.RestoreNote;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.seal.KeyFile;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Puts a backup back where no database is. It is read and checked whole before anything is written; broken off, it is begun
 * again. What it leaves for the hub's next start is a note that it happened.
 */
public final class Restore {
    /** Alert numbers left out at each restore: those given since the backup were told to others and stand for other families. */
    static final long ALERT_NUMBERS_LEFT_FREE = 10_000;
    private static final String ALERT_NUMBER = "alert_number";

    private final Store store;
    private final BackupFolder folder;
    private final Manifest manifest;
    private final Consumer<String> say;

    private Restore(Store store, BackupFolder folder, Manifest manifest, Consumer<String> say) {
        this.store = store;
        this.folder = folder;
        this.manifest = manifest;
        this.say = say;
    }

    /**
     * Who restores, why, and of how many days messages are sent again.
     *
     * @param sendAgainDays 0 = none; null = {@value #QUEUES_LOST_DAYS} where the embedded broker's files are gone, else none
     */
    public record Wish(String by, String reason, Integer sendAgainDays) {
        static final int QUEUES_LOST_DAYS = 7;
    }

    /** What was put back; {@code lostEntries} of the sharing log were signed after the backup and are not in it, -1 where nobody can tell. */
    public record Done(java.time.Instant takenAt, int tables, long rows, long files, long sentAgain, long lostEntries, java.time.LocalDate destroyBy) {
    }

    /** Opens a backup and checks every byte of it. Throws StartFailure with a plain sentence when it cannot be used. */
    public static Restore of(Store store, Path folder, Consumer<String> say) {
        try {
            BackupFolder opened = new BackupFolder(folder, KeyFile.readAes(store.keyDir().resolve(Backup.KEY)));
            Manifest manifest = opened.manifest();
            KeyMarks.require(manifest, store.keyDir());
            for (Manifest.TablePart table : manifest.tables()) {
                opened.check(table.part());
            }
            opened.check(manifest.files());
            return new Restore(store, opened, manifest, say);
        } catch (IOException e) {
            throw new StartFailure("The backup in " + folder + " cannot be read (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    /** What is in the backup, nothing put back. */
    public Done whatThereIs() {
        return new Done(manifest.takenAt(), manifest.tables().size(), manifest.rows(), 0, 0, lostEntries(), manifest.destroyBy());
    }

    /** Puts it back. Throws StartFailure when a database is there already, a hub runs on the folder, or something fails. */
    public Done run(Wish wish) {
        try (DataFolder data = DataFolder.take(store.dataDir())) {
            int days = sendAgainDays(wish);
            if (store.external().isPresent()) {
                return into(store.external().get(), days, wish);
            }
            try (PostgresServer server = PostgresServer.start(data.root(), KeyFolder.open(store.keyDir()), say)) {
                return into(new External(server.url(), server.userName(), server.password()), days, wish);
            }
        } catch (SQLException e) {
            throw new StartFailure("The backup could not be put back: SQL state " + e.getSQLState() + ". Run the restore again once that is mended.", e);
        } catch (IOException e) {
            throw new StartFailure("The backup could not be put back (" + e.getClass().getSimpleName() + "). Run the restore again once that is mended.", e);
        }
    }

    private Done into(External target, int sendAgainDays, Wish wish) throws SQLException, IOException {
        DataSource database = new DriverManagerDataSource(target.url(), target.user(), target.password());
        ServerVersion.require(database);
        if (UnfinishedRestore.isIn(store.dataDir())) {
            requireTheSame(UnfinishedRestore.database(store.dataDir()));
            say.accept("A restore that was broken off is begun again.");
            SchemaCopy.clear(database);
        } else if (!SchemaCopy.isEmpty(database)) {
            throw new StartFailure("There is a database already, and a restore never overwrites one: move " + store.dataDir().resolve("postgres")
                    + " aside, or set HUB_DB_URL to an empty database.");
        }
        UnfinishedRestore.begin(store.dataDir(), databaseName());
        SchemaCopy.make(database, manifest.schema());
        long sentAgain = fill(database, sendAgainDays);
        long files;
        try (InputStream content = folder.open(manifest.files())) {
            files = FolderFiles.read(content, store.dataDir());
        }
        new RestoreNote(Ids.ulid(HubClock.real()), manifest.takenAt(), HubClock.machineTime().truncatedTo(ChronoUnit.SECONDS), wish.by(), wish.reason()).leave(store.dataDir());
        UnfinishedRestore.end(store.dataDir());
        return new Done(manifest.takenAt(), manifest.tables().size(), manifest.rows(), files, sentAgain, lostEntries(), manifest.destroyBy());
    }

    private void requireTheSame(String begun) {
        if (!begun.equals(databaseName())) {
            throw new StartFailure("A restore into " + (begun.isEmpty() ? "a database that is not named" : begun) + " was broken off, and HUB_DB_URL now means " + databaseName()
                    + ", which is left as it is: run the restore with the same HUB_DB_URL, or delete " + store.dataDir().resolve(UnfinishedRestore.FILE) + " and give that database up.");
        }
    }

    /** Without the parameters of its URL, among which there may be a password. */
    private String databaseName() {
        return store.external().map(outside -> outside.url().replaceFirst("\\?.*", "")).orElse("the embedded database");
    }

    private long fill(DataSource database, int sendAgainDays) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            TableCopy copy = new TableCopy(connection);
            copy.empty();
            for (Manifest.TablePart table : manifest.tables()) {
                fill(copy, table);
            }
            for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
                copy.goOnAfter(sequence.getKey(), sequence.getValue());
            }
            copy.goOnAfter(ALERT_NUMBER, manifest.sequences().getOrDefault(ALERT_NUMBER, 0L) + ALERT_NUMBERS_LEFT_FREE * KeyMarks.countRestore(store.keyDir()));
            long sentAgain = sendAgainDays > 0 ? copy.sendAgain(sendAgainDays) : 0;
            connection.commit();
            return sentAgain;
        }
    }

    private void fill(TableCopy copy, Manifest.TablePart table) throws SQLException, IOException {
        try (InputStream content = folder.open(table.part())) {
            long rows = copy.in(new TableCopy.Table(table.table(), table.columns()), content);
            if (rows != table.rows()) {
                throw new StartFailure("Table " + table.table() + " took " + rows + " rows, expected " + table.rows() + ": nothing was put back.");
            }
        }
    }

    private int sendAgainDays(Wish wish) {
        if (wish.sendAgainDays() != null) {
            return wish.sendAgainDays();
        }
        return Files.isDirectory(store.dataDir().resolve("broker")) ? 0 : Wish.QUEUES_LOST_DAYS;
    }

    /** By the checkpoint that the key folder remembers: its second line is the number of entries. */
    private long lostEntries() {
        try {
            Path last = store.keyDir().resolve("last-checkpoint");
            return Files.exists(last) ? Math.max(0, Long.parseLong(Files.readAllLines(last).get(1).strip()) - manifest.signedEntries()) : -1;
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return -1;
        }
    }
}
