package org.earlyhelp.hub.cli.torture.verdict;

import java.io.IOException;
import javax.sql.DataSource;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.HubTables;
import org.earlyhelp.hub.sharing.KeptLog;
import org.earlyhelp.hub.sharing.LogState;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The referee of the sharing log: recomputes all of it from the database, beside the hub that is up. */
public final class LogJudge {
    private LogJudge() {
    }

    /** Throws IOException where the hub's database cannot be found. */
    public static Finding isSound(ChildHub hub) throws IOException {
        DataSource database = HubTables.databaseOf(hub);
        TransactionTemplate moment = new TransactionTemplate(new DataSourceTransactionManager(database));
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        LogState.Check check = moment.execute(status -> KeptLog.check(database, hub.folder().keys(), true));
        return new Finding("the sharing log has no gap, no doubled and no changed entry", check.entries(), check.faults());
    }
}
