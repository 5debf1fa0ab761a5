package org.earlyhelp.hub.embedded.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.earlyhelp.hub.embedded.ReadOnlyDatabase;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.embedded.storage.SchemaCopy;
import org.earlyhelp.hub.embedded.storage.TableCopy;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.seal.KeyFile;

/**
 * Takes a backup, also beside a running hub: the tables as of one moment, then the files. A file that came between the two is
 * in the backup without its row, which is what a restore expects of files that came since.
 *
 * @param rows    of all tables
 * @param files   of the data folder
 * @param bytes   on the disk
 */
public record Backup(Instant takenAt, LocalDate destroyBy, int tables, long rows, long files, long bytes) {
    static final String KEY = "backup.key";

    /** True when a backup can be written there: the folder is not there yet, or empty. */
    public static boolean isFree(Path folder) throws IOException {
        return BackupFolder.isFree(folder);
    }

    /**
     * Writes a backup into the folder, sealed with {@code backup.key} of the key folder, which is made at the first time.
     * {@code keepDays} is how long the copy may be kept. Throws StartFailure with a plain sentence when it cannot be taken.
     */
    public static Backup take(Store store, Path folder, int keepDays, Consumer<String> say) {
        SecretKey key = KeyFile.readOrMake(store.keyDir().resolve(KEY));
        BackupFolder target = new BackupFolder(folder, key);
        try (ReadOnlyDatabase database = ReadOnlyDatabase.open(store, say)) {
            target.make();
            long[] files = new long[1];
            Manifest manifest = write(database.source().getConnection(), store, target, keepDays, files);
            target.finish(manifest);
            LastBackup.note(store.dataDir(), manifest.takenAt());
            return new Backup(manifest.takenAt(), manifest.destroyBy(), manifest.tables().size(), manifest.rows(), files[0], manifest.bytes());
        } catch (SQLException e) {
            throw new StartFailure("The database cannot be copied (SQL state " + e.getSQLState() + "); start this version of the hub once. The backup in " + folder + " is not whole.", e);
        } catch (IOException e) {
            throw new StartFailure("The backup cannot be written to " + folder + " (" + e.getClass().getSimpleName() + "): what is there is not whole.", e);
        }
    }

    private static Manifest write(Connection connection, Store store, BackupFolder target, int keepDays, long[] files) throws SQLException, IOException {
        Instant now = HubClock.machineTime().truncatedTo(ChronoUnit.SECONDS);
        TableCopy copy = new TableCopy(connection);
        List<SchemaCopy.Migration> schema = SchemaCopy.of(connection);
        List<Manifest.TablePart> tables = new ArrayList<>();
        for (TableCopy.Table table : copy.tables()) {
            tables.add(write(copy, table, target));
        }
        Manifest.Part folder = target.write("files.sealed", out -> files[0] = FolderFiles.write(store.dataDir(), out));
        return new Manifest(Manifest.FORMAT, now, London.dateOf(now).plusDays(keepDays), schema, tables, copy.sequences(), copy.signedEntries(), folder,
                KeyMarks.of(store.keyDir()), KeyMarks.erasures(store.keyDir()));
    }

    private static Manifest.TablePart write(TableCopy copy, TableCopy.Table table, BackupFolder target) throws IOException {
        long[] rows = new long[1];
        Manifest.Part part = target.write(table.name() + ".table.sealed", out -> {
            try {
                rows[0] = copy.out(table, out);
            } catch (SQLException e) {
                throw new IOException("table " + table.name() + " cannot be copied: SQL state " + e.getSQLState(), e);
            }
        });
        return new Manifest.TablePart(table.name(), table.columns(), rows[0], part);
    }
}
