package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.RecordMaker.missing;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import javax.sql.DataSource;
import org.earlyhelp.hub.support.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an older hub parked for a reason that is none any more is linked after all. */
class ParkedRecordsTests {
    private static final String PARK = """
            INSERT INTO finding (room, code, about, message, raised_at)
            SELECT 'identity', 'RECORD_NOT_LINKED', agency || '/' || feed || '/' || ref || '@' || version, 'parked', now() FROM record WHERE source_ref = ?""";
    private final DataSource database = TestDatabase.empty();
    private final JdbcClient sql = JdbcClient.create(database);

    @Test
    void waitAgainAtTheNextVersionOfTheHub() {
        migrate("161");
        RecordWriter writer = new RecordWriter(sql);
        writer.store(missing("N1").about(aChild()));
        writer.store(school("S1").about(aChild()));
        sql.sql("DELETE FROM record_work").update();
        sql.sql(PARK).param("N1").update();
        sql.sql("INSERT INTO finding (room, code, about, message, raised_at) VALUES ('identity', 'OTHER', 'P-1', 'stays', now())").update();

        migrate("173");

        assertThat(sql.sql("SELECT r.source_ref FROM record_work w JOIN record r ON r.id = w.record_id WHERE w.urgent").query(String.class).list()).containsExactly("N1");
        assertThat(sql.sql("SELECT count(*) FROM record_work").query(Long.class).single()).isEqualTo(1);
        assertThat(sql.sql("SELECT code FROM finding").query(String.class).list()).containsExactly("OTHER");
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(database).target(target).load().migrate();
    }
}
