package org.earlyhelp.hub.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTests {
    @Test
    void migratesAFreshDatabase() {
        JdbcClient sql = JdbcClient.create(TestDatabase.fresh());

        assertThat(sql.sql("SELECT count(*) FROM delivery").query(Long.class).single()).isZero();
    }
}
