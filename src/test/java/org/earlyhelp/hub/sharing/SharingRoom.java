package org.earlyhelp.hub.sharing;

import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.storage.EntryTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Parts of this room for tests of its packages. */
public final class SharingRoom {
    private SharingRoom() {
    }

    public static DisclosureDesk desk(AgreementBook book, DataSource database, HubClock clock) {
        return new JdbcDisclosureDesk(book, new EntryTable(new JdbcTemplate(database)), clock, new JdbcTransactionManager(database));
    }
}
