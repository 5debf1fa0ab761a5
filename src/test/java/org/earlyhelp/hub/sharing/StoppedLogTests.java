package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.sequence.LogStopped;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk lets go on while the log is stopped. */
class StoppedLogTests {
    private final DataSource database = TestDatabase.fresh();
    @TempDir
    private Path folder;
    private LogHub hub;

    @BeforeEach
    void stop() {
        new LogHub(database, folder).with(3).jdbc.execute("DELETE FROM sharing_leaf WHERE leaf = 2; DELETE FROM sharing_checkpoint");
        hub = new LogHub(database, folder);
        org.assertj.core.api.Assertions.assertThatThrownBy(hub.sequencer::sequence).isInstanceOf(LogStopped.class);
    }

    private Disclosure<String> ask(Purpose purpose, int level, DataClass dataClass) {
        DisclosureSubject subject = new DisclosureSubject("P-CHILD1", false, false, false, Set.of(new DisclosedField("fact", dataClass, "avonford-schools")));
        DisclosureRequest request = new DisclosureRequest(ActKind.SENT, Recipient.queue("frontdoor.early-help"), purpose, "frontdoor.early-help", level, null, List.of(subject), Map.of());
        return hub.transaction.execute(one -> hub.desk.disclose(request, allowance -> "told"));
    }

    @Test
    void sendsLevelFourAndKeepsItBesideTheLog() throws IOException {
        assertThat(ask(Purpose.EARLY_HELP, 4, DataClass.EDUCATION)).isInstanceOf(Disclosed.class);
        ask(Purpose.SAFEGUARDING, 4, DataClass.EDUCATION);
        List<String> lines = Files.readAllLines(folder.resolve("keys/side-journal"));
        assertThat(lines).hasSize(2).allMatch(line -> !line.contains("P-CHILD1") && line.split(" ").length == 3);
        assertThat(hub.journal.digest()).isEqualTo(lines.get(1).split(" ")[2]).isNotEqualTo(lines.get(0).split(" ")[2]);
    }

    @Test
    void sendsLevelFourThoughNothingCanBeKeptBesideTheLog() throws IOException {
        Files.createDirectory(folder.resolve("keys/side-journal"));
        assertThat(ask(Purpose.EARLY_HELP, 4, DataClass.EDUCATION)).isInstanceOf(Disclosed.class);
    }

    @Test
    void holdsTheRestAndSaysWhy() {
        assertThat(ask(Purpose.EARLY_HELP, 3, DataClass.EDUCATION)).isInstanceOfSatisfying(Disclosure.Refused.class,
                refused -> assertThat(refused.toString()).contains("the sharing log is stopped until two people have looked at it", "If a child may be in danger now"));
        assertThat(Files.exists(folder.resolve("keys/side-journal"))).isFalse();
        assertThat(hub.sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'REFUSED' AND classes = ''").query(Long.class).single()).isEqualTo(1);
    }

    /** News that families were joined, or that references are gone: the linking of a notice and an erasure must not fail for it. */
    @Test
    void letsWhatNamesNobodyGo() {
        DisclosureRequest request = new DisclosureRequest(ActKind.SENT, Recipient.queue("hub.identity-changed"), Purpose.MATCHING, "hub.identity-changed", 0, null, List.of(), Map.of());

        Disclosure<String> answer = hub.transaction.execute(one -> hub.desk.disclose(request, allowance -> "told"));

        assertThat(answer).isInstanceOf(Disclosed.class);
        assertThat(hub.sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'REFUSED'").query(Long.class).single()).isZero();
    }

    @Test
    void goesOnKeepingWhatComesIn() {
        assertThat(hub.received("P-CHILD1")).hasSize(1);
    }
}
