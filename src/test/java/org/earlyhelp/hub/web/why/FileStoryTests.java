package org.earlyhelp.hub.web.why;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.earlyhelp.hub.support.TestDatabase;
import org.earlyhelp.hub.web.why.storage.AlertFacts;
import org.earlyhelp.hub.web.why.storage.DeliveryFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of a file whose rows were refused. */
class FileStoryTests {
    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);

    @BeforeEach
    void aFileOfWhichTwoRowsAreRefused() {
        sql.sql("INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at, decided_at, accepted, rejected)"
                + " VALUES ('R-1', 'u', 'a-school', 'attendance', 'l', 'n', 1, 's', 'PARTIAL', now(), now(), 3, 1)").update();
        sql.sql("INSERT INTO quarantine_row (delivery_id, kind, line, record, code, since) VALUES (1, 'BROKEN', 3, 2, 'TRUNCATED_ROW', now()), (1, 'BROKEN', 5, 4, 'TRUNCATED_ROW', now())").update();
        sql.sql("INSERT INTO delivery_error (delivery_id, line, record, code, severity, message) VALUES (1, 3, 2, 'TRUNCATED_ROW', 'error', 'm'), (1, 5, 4, 'TRUNCATED_ROW', 'error', 'm')").update();
    }

    @Test
    void tellsWhatWaitsInQuarantine() {
        assertThat(story().reasons()).contains("TRUNCATED_ROW 2 times (error, first in line 3).", "2 refusals wait in quarantine.");
        assertThat(story().steps()).extracting(Story.Step::what).noneMatch(what -> what.contains("run again"));
    }

    @Test
    void tellsWhatWasMendedSince() {
        sql.sql("UPDATE quarantine_row SET state = 'TAKEN', settled_at = now() WHERE line = 3").update();
        sql.sql("UPDATE delivery_error SET mended_at = now() WHERE line = 3").update();

        assertThat(story().steps()).extracting(Story.Step::what).contains("1 refused row was run again and taken; the counts have them.");
        assertThat(story().reasons()).contains("TRUNCATED_ROW 2 times (error, first in line 3, 1 mended since).", "1 refusal waits in quarantine.");
    }

    @Test
    void tellsOfADamagedCopyAndWhetherItsFileCameAgain() {
        sql.sql("INSERT INTO lost_copy (delivery_id, found_at) VALUES (1, now())").update();
        assertThat(story().steps()).extracting(Story.Step::what).contains("The hub's own copy of it was found damaged for good.");
        assertThat(story().reasons()).contains("The same content has not come again.");

        sql.sql("UPDATE lost_copy SET came_again = 'R-2'").update();

        assertThat(story().reasons()).contains("The same content came again as R-2.");
    }

    private Story story() {
        return new FileStory(new DeliveryFacts(database), new AlertFacts(database)).ofReceipt("R-1").orElseThrow();
    }
}
