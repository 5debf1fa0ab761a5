package org.earlyhelp.hub.sharing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.check.CheckWatch;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.seal.Unsealed;
import org.earlyhelp.hub.sharing.sequence.LogEraser;
import org.earlyhelp.hub.sharing.sequence.LogSequencer;
import org.earlyhelp.hub.sharing.sequence.LogStatus;
import org.earlyhelp.hub.sharing.sequence.NewOrigin;
import org.earlyhelp.hub.sharing.sequence.OutsideMemory;
import org.earlyhelp.hub.sharing.storage.CheckTables;
import org.earlyhelp.hub.sharing.sequence.SealRenewal;
import org.earlyhelp.hub.sharing.storage.EntryTable;
import org.earlyhelp.hub.sharing.storage.ErasureTable;
import org.earlyhelp.hub.sharing.storage.KeyTable;
import org.earlyhelp.hub.sharing.storage.OldPayloads;
import org.earlyhelp.hub.sharing.storage.OriginTable;
import org.earlyhelp.hub.sharing.storage.SealTable;
import org.earlyhelp.hub.sharing.storage.StoredLog;
import org.earlyhelp.hub.sharing.storage.TreeTables;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of a hub that keep the sharing log, put together by hand; several on one database are several hubs. Its sequencer works when told to. */
public final class LogHub {
    public final JdbcClient sql;
    public final JdbcTemplate jdbc;
    public final TransactionTemplate transaction;
    public final LogKeys keys;
    public final EntrySeal seal;
    public final TreeTables tables;
    public final LogStatus status;
    public final SealRenewal renewal;
    public final LogSequencer sequencer;
    public final DisclosureDesk desk;
    public final SideJournal journal;
    public final NewOrigin newOrigin;
    public final SharingLogEraser eraser;
    public final CheckWatch check;
    public final HubSettings settings;

    public LogHub(DataSource database, Path folder) {
        this(database, folder, false, (origin, keys) -> Optional.empty());
    }

    /** With what a witness remembers. */
    public LogHub(DataSource database, Path folder, OutsideMemory witness) {
        this(database, folder, false, witness);
    }

    private LogHub(DataSource database, Path folder, boolean reading, OutsideMemory witness) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        settings = new HubSettings(folder.resolve("data"), Path.of("."), folder.resolve("keys"), false);
        jdbc = new JdbcTemplate(database);
        sql = JdbcClient.create(jdbc);
        transaction = new TransactionTemplate(transactions);
        KeyTable keyTable = new KeyTable(sql);
        keys = reading ? LogKeys.reading(settings.keyDir(), keyTable) : LogKeys.open(settings.keyDir(), keyTable, () -> "early-help-hub/test/1");
        seal = new EntrySeal(keys);
        tables = new TreeTables(jdbc);
        status = new LogStatus(tables);
        renewal = new SealRenewal(new SealTable(jdbc), keyTable, keys, seal, Duration.ZERO);
        sequencer = new LogSequencer(tables, new OldPayloads(jdbc, seal), renewal, keys, status, new OriginTable(sql), witness, settings, transactions);
        journal = new SideJournal(settings.keyDir(), seal);
        desk = new JdbcDisclosureDesk(SharingMakers.shippedBook(), new EntryTable(jdbc, seal), status, journal, HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00Z")), transactions);
        newOrigin = new NewOrigin(sequencer, new OriginTable(sql), desk, journal, HubClock.real(), transactions);
        eraser = new LogEraser(new ErasureTable(jdbc), sequencer, desk, transactions);
        check = new CheckWatch(tables, new CheckTables(jdbc), keyTable, log(), keys, settings, status, transactions);
    }

    /** Looks at what is there and makes nothing, as a verb does. */
    public static LogHub reading(DataSource database, Path folder) {
        return new LogHub(database, folder, true, (origin, keys) -> Optional.empty());
    }

    /** Logs that data about these people came in, one entry a person. */
    public List<String> received(String... persons) {
        return transaction.execute(status -> desk.note(List.of(persons).stream().map(LogHub::act).toList()));
    }

    /** As many entries about as many people, in places already. */
    public LogHub with(int entries) {
        received(IntStream.range(0, entries).mapToObj(i -> "P-%06d".formatted(i)).toArray(String[]::new));
        sequencer.sequence();
        return this;
    }

    /** What the entry says. */
    public String payload(String id) {
        byte[] sealed = sql.sql("SELECT sealed FROM sharing_entry WHERE id = ?").param(id).query((row, number) -> row.getBytes(1)).single();
        return ((Unsealed.Open) seal.open(id, sealed)).payload();
    }

    public StoredLog log() {
        return new StoredLog(jdbc, keys);
    }

    public static Act act(String person) {
        return new Act(ActKind.RECEIVED, person, Recipient.role("hub", null), Purpose.EARLY_HELP, "avonford-schools", Set.of(DataClass.EDUCATION), Set.of("marks"),
                Map.of("delivery", "R-20261123-000001"));
    }
}
