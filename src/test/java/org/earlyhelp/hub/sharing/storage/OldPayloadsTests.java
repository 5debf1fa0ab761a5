package org.earlyhelp.hub.sharing.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.support.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class OldPayloadsTests {
    private static final int ENTRIES = 2_500;
    @TempDir
    private Path folder;

    @Test
    void sealsTheEntriesOfAnOlderHubAndLogsThem() {
        DataSource database = TestDatabase.empty();
        migrate(database, "90");
        new JdbcTemplate(database).update("INSERT INTO sharing_entry (id, act, kind, person, recipient, agreement, payload, salt, at) SELECT 'E' || i, 'A', 'SENT', 'P-' || i, 'agency', "
                + "'ISA-1@1', '{\"act\":\"A\",\"agreement\":\"ISA-1@1\",\"agreementStanding\":\"IN_FORCE\",\"article6\":\"6(1)(e) task\",\"article9\":\"9(2)(h) health, and 9(2)(g) substantial\","
                + "\"at\":\"2026-11-23T08:40:00Z\",\"id\":\"E' || i || '\",\"kind\":\"SENT\",\"level\":3,\"person\":\"P-' || i || '\",\"purpose\":\"EARLY_HELP\","
                + "\"recipient\":{\"kind\":\"AGENCY\",\"name\":\"agency\",\"who\":\"j.smith\"},\"source\":\"hub\"}', sha256(i::text::bytea), '2026-11-23T08:40:00Z' "
                + "FROM generate_series(1, " + ENTRIES + ") AS i");
        migrate(database, "latest");

        LogHub hub = new LogHub(database, folder).with(1);

        assertThat(hub.check.check(true)).matches(check -> check.holds() && check.entries() == ENTRIES + 1);
        assertThat(hub.payload("E7")).contains("\"person\":\"P-7\"");
        assertThat(hub.jdbc.queryForList("SELECT column_name FROM information_schema.columns WHERE table_name = 'sharing_entry'", String.class)).doesNotContain("payload");
        assertThat(hub.jdbc.queryForObject("SELECT basis FROM sharing_entry WHERE id = 'E7'", String.class)).isEqualTo("6(1)(e) 9(2)(h) 9(2)(g)");
    }

    private static void migrate(DataSource database, String target) {
        Flyway.configure().dataSource(database).target(target).load().migrate();
    }
}
