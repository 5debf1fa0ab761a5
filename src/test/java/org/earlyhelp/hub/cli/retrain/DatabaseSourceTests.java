package org.earlyhelp.hub.cli.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.earlyhelp.hub.embedded.ReadOnlyDatabase;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseSourceTests {
    private final Map<String, String> environment = new HashMap<>();
    private DataSource database;

    @BeforeEach
    void nameADatabase() throws SQLException {
        database = TestDatabase.fresh();
        try (var connection = database.getConnection()) {
            environment.put("HUB_DB_URL", connection.getMetaData().getURL());
        }
        environment.put("HUB_DB_USER", "postgres");
        environment.put("HUB_DB_PASSWORD", "postgres");
    }

    @Test
    void readsADatabaseOutsideWithoutAHub() {
        Said said = new DatabaseSource(environment, line -> { }).read();

        assertThat(said.descriptions()).isEmpty();
        assertThat(said.isTooLittle()).isTrue();
    }

    @Test
    void canChangeNothing() {
        try (ReadOnlyDatabase opened = ReadOnlyDatabase.open(SettingsReader.store(environment), line -> { })) {
            assertThatThrownBy(() -> JdbcClient.create(opened.source()).sql("DELETE FROM person").update()).isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void saysInASentenceThatItDoesNotOpen() {
        environment.put("HUB_DB_URL", "jdbc:postgresql://127.0.0.1:1/none");

        assertThatThrownBy(() -> new DatabaseSource(environment, line -> { }).read()).isInstanceOf(StartFailure.class)
                .hasMessage("The database cannot be opened: SQL state 08001.");
    }

    @Test
    void saysInASentenceThatItIsNoHubs() {
        JdbcClient.create(database).sql("DROP TABLE link CASCADE").update();

        assertThatThrownBy(() -> new DatabaseSource(environment, line -> { }).read()).isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("The hub's database cannot be read");
    }
}
