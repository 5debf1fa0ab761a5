package org.earlyhelp.hub.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.alert.storage.EvidenceStore;
import org.earlyhelp.hub.alert.storage.StoredAlertDirectory;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AlertStockTests {
    private static final int ALERTS = 60;
    private AlertDirectory directory;

    @BeforeEach
    void fill() {
        DataSource database = TestDatabase.fresh();
        new AlertStock(database).fill(ALERTS);
        directory = new StoredAlertDirectory(JdbcClient.create(database), new JdbcTemplate(database), new TransactionTemplate(new JdbcTransactionManager(database)), (agency, hidden) -> agency, new EvidenceStore(JdbcClient.create(database)));
    }

    @Test
    void oneInTenOfTheCopiesIsOpen() {
        List<AlertRow> open = directory.inbox(ALERTS);

        assertThat(open).hasSize(3 + ALERTS / AlertStock.ONE_OPEN_IN).extracting(AlertRow::status).containsOnly(AlertStatus.RAISED, AlertStatus.ACKNOWLEDGED);
        assertThat(open).anySatisfy(row -> assertThat(row.alert()).isEqualTo(AlertStock.openRef(new SplittableRandom(1), ALERTS)));
    }

    @Test
    void everyAlertIsAboutAChildOfItsOwn() {
        List<String> children = IntStream.rangeClosed(1, ALERTS).mapToObj(number -> "A-%s-%06d".formatted(year(), number))
                .map(ref -> directory.alert(ref).orElseThrow().alert().content().people()).map(people -> String.join(" ", people)).toList();

        assertThat(children).doesNotHaveDuplicates().contains("P-000001", "P-000060").allSatisfy(people -> assertThat(people).hasSize(8));
    }

    private static String year() {
        return AlertStock.anyRef(new SplittableRandom(1), ALERTS).substring(2, 6);
    }
}
