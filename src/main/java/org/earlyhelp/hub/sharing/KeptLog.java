package org.earlyhelp.hub.sharing;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.check.LogCheck;
import org.earlyhelp.hub.sharing.log.LogSource;
import org.earlyhelp.hub.sharing.log.SharingEntry;
import org.earlyhelp.hub.sharing.seal.KeysLeftBehind;
import org.earlyhelp.hub.sharing.seal.KnownKey;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.storage.EntryTable;
import org.earlyhelp.hub.sharing.storage.KeyTable;
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

    /**
     * Logs, committed at once, that somebody lets the hub tell what it holds of people: an entry each, or one when it is of
     * nobody. Returns the act's first entry.
     *
     * @param about   the reference that was asked for
     * @param account who, as the operator names them
     * @param reason  why, without personal data
     */
    public static String noteLook(DataSource database, Path keyDir, HubClock clock, String account, String reason, String about, Collection<String> people) {
        EntryWriter writer = new EntryWriter(clock);
        Stream<String> each = people.isEmpty() ? Stream.of((String) null) : people.stream();
        List<SharingEntry> entries = each.map(person -> writer.of(new Act(ActKind.VIEWED, person, Recipient.role("operator", account), Purpose.OPERATION, null, Set.of(),
                Set.of("links", "needs", "alerts"), Map.of("why", about, "reason", EntryWriter.shortened(reason))), null)).toList();
        EntryTable.over(database, keyDir).append(entries, writer.at());
        return entries.get(0).id();
    }

    /** Logs, committed at once, an operator's act that discloses nothing; {@code what} are references and counts. */
    public static void noteOperation(DataSource database, Path keyDir, HubClock clock, String account, String reason, Map<String, String> what) {
        note(database, keyDir, clock, account, reason, what);
    }

    /** A kind of key of the log. SIGNING signs checkpoints, SEAL wraps the keys of entries. */
    public enum KeyKind {
        SIGNING, SEAL;

        private KnownKey.Kind known() {
            return KnownKey.Kind.valueOf(name());
        }
    }

    /** Compares the whole log, or its latest entries, with the database, to be called in one repeatable transaction; as {@link #read}. */
    public static LogState.Check check(DataSource database, Path keyDir, boolean whole) {
        return LogCheck.over(database, keyDir).run(whole);
    }

    /**
     * Makes the next key of that kind, after an entry that announces it; a hub that runs uses it within a second. Returns its
     * file's name. Throws StartFailure when the present keys are not there.
     *
     * @param account who, as the operator names them
     * @param reason  why, without personal data
     */
    public static String rotate(DataSource database, Path keyDir, HubClock clock, KeyKind kind, String account, String reason) {
        LogKeys keys = LogKeys.reading(keyDir, KeyTable.over(database));
        KnownKey made = keys.makeNext(kind.known(), next -> note(database, keyDir, clock, account, reason, Map.of("key made", kind + " " + next.number(), "mark", next.mark())));
        return made.fileName();
    }

    /**
     * Gives up a key whose file is lost for good and has no backup, and notes it in the log. Throws StartFailure when the
     * file is there or was never known.
     */
    public static void giveUp(DataSource database, Path keyDir, HubClock clock, KeyKind kind, int number, String account, String reason) {
        KeyTable table = KeyTable.over(database);
        KeysLeftBehind.giveUp(keyDir, table, kind.known(), number);
        LogKeys.open(keyDir, table, () -> {
            throw new StartFailure("the database holds no log whose keys could be lost");
        });
        note(database, keyDir, clock, account, reason, Map.of("key given up", kind + " " + number));
    }

    private static void note(DataSource database, Path keyDir, HubClock clock, String account, String reason, Map<String, String> what) {
        Map<String, String> detail = new TreeMap<>(what);
        detail.put("reason", EntryWriter.shortened(reason));
        EntryWriter writer = new EntryWriter(clock);
        SharingEntry entry = writer.of(new Act(ActKind.CORRECTED, null, Recipient.role("operator", account), Purpose.OPERATION, null, Set.of(), Set.of(), detail), null);
        EntryTable.over(database, keyDir).append(List.of(entry), writer.at());
    }
}
