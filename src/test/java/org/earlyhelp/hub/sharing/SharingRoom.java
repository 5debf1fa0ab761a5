package org.earlyhelp.hub.sharing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.seal.Unsealed;
import org.earlyhelp.hub.sharing.storage.EntryTable;
import org.earlyhelp.hub.sharing.storage.KeyTable;
import org.earlyhelp.hub.support.TestFolders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Parts of this room for tests of its packages; the desks of one database share its keys. */
public final class SharingRoom {
    private static final Map<DataSource, EntrySeal> SEALS = Collections.synchronizedMap(new WeakHashMap<>());

    private SharingRoom() {
    }

    public static DisclosureDesk desk(AgreementBook book, DataSource database, HubClock clock) {
        return new JdbcDisclosureDesk(book, new EntryTable(new JdbcTemplate(database), seal(database)), signing(), new SideJournal(TestFolders.fresh(), seal(database)), clock, new JdbcTransactionManager(database));
    }

    /** A log that is never stopped. */
    public static LogWatch signing() {
        return new LogWatch() {
            @Override
            public LogState state() {
                return new LogState(LogState.Standing.SIGNING, "", 0, 0, null, null);
            }

            @Override
            public boolean isStopped() {
                return false;
            }
        };
    }

    /** What the entries of that kind say, in the order of writing. */
    public static List<String> said(DataSource database, String kind) {
        return JdbcClient.create(database).sql("SELECT id, sealed FROM sharing_entry WHERE kind = ? ORDER BY ordinal").param(kind)
                .query((row, number) -> ((Unsealed.Open) seal(database).open(row.getString("id"), row.getBytes("sealed"))).payload()).list();
    }

    private static EntrySeal seal(DataSource database) {
        return SEALS.computeIfAbsent(database, one -> new EntrySeal(LogKeys.open(TestFolders.fresh(), new KeyTable(JdbcClient.create(one)), () -> "log")));
    }
}
