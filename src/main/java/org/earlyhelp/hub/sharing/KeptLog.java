package org.earlyhelp.hub.sharing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.log.LogSource;
import org.earlyhelp.hub.sharing.log.SharingEntry;
import org.earlyhelp.hub.sharing.storage.EntryTable;
import org.earlyhelp.hub.sharing.storage.StoredLog;

/** The sharing log of a hub that does not run in this process, for the verbs of an operator. */
public final class KeptLog {
    private KeptLog() {
    }

    /**
     * To be read in one repeatable transaction. Throws StartFailure when the log's keys are not in {@code keyDir}; reading
     * throws DataAccessException when the database cannot be read.
     */
    public static LogSource read(DataSource database, Path keyDir) {
        return StoredLog.over(database, keyDir);
    }

    /**
     * Logs, committed at once, that somebody takes what the log says out of the hub; returns the entry's id.
     *
     * @param account who, as the operator names the information-governance officer
     * @param reason  why, without personal data; shortened like every reason
     */
    public static String noteExport(DataSource database, Path keyDir, HubClock clock, String account, String reason) {
        Act export = new Act(ActKind.EXPORTED, null, Recipient.export("sharing-log", account), Purpose.GOVERNANCE, null, Set.of(), Set.of("payload"),
                Map.of("reason", EntryWriter.shortened(reason)));
        EntryWriter writer = new EntryWriter(clock);
        SharingEntry entry = writer.of(export, null);
        EntryTable.over(database, keyDir).append(List.of(entry), writer.at());
        return entry.id();
    }
}
