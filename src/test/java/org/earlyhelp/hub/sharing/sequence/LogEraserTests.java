package org.earlyhelp.hub.sharing.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.sharing.SharingLogEraser.Erased;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogEraserTests {
    private static final String WHY = "Request R-1, UK GDPR Article 17";
    private static final List<String> BY = List.of("ig", "manager");
    @TempDir
    private Path folder;
    private final DataSource database = TestDatabase.fresh();

    @Test
    void takesAwayWhatEntriesSayAndKeepsEveryProof() {
        LogHub hub = new LogHub(database, folder).with(20);

        Erased erased = hub.eraser.erase(Set.of("P-000003", "P-000007"), WHY, BY);
        hub.sequencer.sequence();

        assertThat(erased.indexes()).containsExactly(3L, 7L);
        assertThat(hub.sql.sql("SELECT count(*) FROM sharing_entry WHERE sealed IS NULL AND salt IS NULL AND person IS NULL").query(Long.class).single()).isEqualTo(2);
        assertThat(hub.eraser.count(Set.of("P-000003", "P-000007"))).isZero();
        assertThat(hub.check.check(true).faults()).isEmpty();
    }

    @Test
    void statesWhatWasErasedByWhomAndWhy() {
        LogHub hub = new LogHub(database, folder).with(20);

        String entry = hub.eraser.erase(Set.of("P-000003", "P-000004", "P-000007"), WHY, BY).entries().get(0);

        assertThat(hub.payload(entry)).contains("\"indexes\":\"3-4,7\"").contains("\"by\":\"ig, manager\"").contains(WHY).doesNotContain("P-0000");
    }

    @Test
    void givesWaitingEntriesTheirPlaceFirst() {
        LogHub hub = new LogHub(database, folder).with(5);
        hub.received("P-WAITS", "P-OTHER");

        assertThat(hub.eraser.erase(Set.of("P-WAITS"), WHY, BY).indexes()).containsExactly(5L);
        assertThat(hub.eraser.count(Set.of("P-OTHER"))).isOne();
    }

    @Test
    void writesSeveralStatementsForManyEntries() {
        LogHub hub = new LogHub(database, folder);
        IntStream.range(0, 3).forEach(round -> hub.received(IntStream.range(0, 700).mapToObj(i -> "P-BUSY").toArray(String[]::new)));

        Erased erased = hub.eraser.erase(Set.of("P-BUSY"), WHY, BY);

        assertThat(erased.indexes()).hasSize(2_100);
        assertThat(erased.entries()).hasSize(3);
        hub.sequencer.sequence();
        assertThat(hub.check.check(true).faults()).isEmpty();
    }

    @Test
    void doesNothingAboutPeopleWhomTheLogDoesNotKnow() {
        LogHub hub = new LogHub(database, folder).with(2);

        assertThat(hub.eraser.erase(Set.of("P-UNKNOWN"), WHY, BY)).isEqualTo(new Erased(List.of(), List.of()));
        assertThat(hub.eraser.erase(Set.of(), WHY, BY).entries()).isEmpty();
        assertThat(hub.tables.waiting(10)).isZero();
    }

    @Test
    void leavesEverythingWhenTheErasureIsRolledBack() {
        LogHub hub = new LogHub(database, folder).with(5);

        hub.transaction.executeWithoutResult(status -> {
            hub.eraser.erase(Set.of("P-000003"), WHY, BY);
            status.setRollbackOnly();
        });

        assertThat(hub.eraser.count(Set.of("P-000003"))).isOne();
        hub.sequencer.sequence();
        assertThat(hub.check.check(true).faults()).isEmpty();
    }

    @Test
    void holdsWhileTheErasureHasNoPlaceYet() {
        LogHub hub = new LogHub(database, folder).with(5);
        hub.eraser.erase(Set.of("P-000003"), WHY, BY);

        assertThat(hub.log().erasuresAreStated()).isFalse();
        assertThat(hub.check.check(true).faults()).isEmpty();
        hub.sequencer.sequence();
        assertThat(hub.log().erasuresAreStated()).isTrue();
    }

    @Test
    void refusesWhatWasWrittenInTheSameTransaction() {
        LogHub hub = new LogHub(database, folder).with(1);

        assertThatThrownBy(() -> hub.transaction.executeWithoutResult(status -> {
            hub.desk.note(List.of(LogHub.act("P-NEW")));
            hub.eraser.erase(Set.of("P-NEW"), WHY, BY);
        })).isInstanceOf(IllegalStateException.class);
    }
}
