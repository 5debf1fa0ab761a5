package org.earlyhelp.hub.sharing.storage.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.CannotCreateTransactionException;

class PassingFaultTests {
    private final DataSource database = TestDatabase.fresh();
    private final JdbcTemplate sql = new JdbcTemplate(database);

    @Test
    void aLockThatSomebodyKeepsPasses() throws SQLException {
        assertThat(PassingFault.isBehind(blocked("SET lock_timeout = '50ms'"))).isTrue();
    }

    @Test
    void aStatementThatTookTooLongPasses() throws SQLException {
        assertThat(PassingFault.isBehind(blocked("SET statement_timeout = '50ms'"))).isTrue();
    }

    @Test
    void aTransactionThatCannotBeginPassesWhereverItLies() {
        assertThat(PassingFault.isBehind(new IllegalStateException(new CannotCreateTransactionException("no connection")))).isTrue();
    }

    @Test
    void whatTheStatementItselfDidWrongStays() {
        sql.execute("CREATE TABLE kept (number integer PRIMARY KEY)");
        sql.update("INSERT INTO kept VALUES (1)");

        assertThat(PassingFault.isBehind(catchThrowable(() -> sql.update("INSERT INTO kept VALUES (1)")))).isFalse();
        assertThat(PassingFault.isBehind(catchThrowable(() -> sql.update("INSERT INTO nowhere VALUES (1)")))).isFalse();
        assertThat(PassingFault.isBehind(new IllegalStateException())).isFalse();
    }

    /** What a statement throws that waits for a lock with this limit. */
    private Throwable blocked(String limit) throws SQLException {
        sql.execute("CREATE TABLE IF NOT EXISTS kept (number integer PRIMARY KEY)");
        try (Connection rival = database.getConnection(); Connection own = database.getConnection()) {
            rival.setAutoCommit(false);
            rival.createStatement().execute("LOCK TABLE kept IN ACCESS EXCLUSIVE MODE");
            JdbcTemplate waiting = new JdbcTemplate(new SingleConnectionDataSource(own, true));
            waiting.execute(limit);
            return catchThrowable(() -> waiting.queryForList("SELECT * FROM kept"));
        }
    }
}
