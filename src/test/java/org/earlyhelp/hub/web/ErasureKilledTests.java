package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.rights.erase.ErasureCase;
import org.earlyhelp.hub.rights.erase.ErasureDesk;
import org.earlyhelp.hub.rights.erase.ErasureLedger;
import org.earlyhelp.hub.rights.erase.ErasureReplay;
import org.earlyhelp.hub.rights.erase.ErasureRun;
import org.earlyhelp.hub.rights.erase.Ground;
import org.earlyhelp.hub.support.MortalDatabase;
import org.earlyhelp.hub.support.MortalDatabase.At;
import org.earlyhelp.hub.support.MortalDatabase.Killed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An erasure that is killed before and after each of its transactions, and goes on with the next start. */
@SpringBootTest(classes = {WebTestHub.class, ErasureReplay.class, ErasureKilledTests.Mortal.class}, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.case=erasure-killed")
class ErasureKilledTests {
    private static final MortalDatabase[] DATABASE = new MortalDatabase[1];
    private static final Instant RECEIVED = Instant.parse("2026-11-23T08:00:00Z");
    /** More kills than that and it makes no progress. */
    private static final int KILLS_LIMIT = 60;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private ErasureDesk desk;
    @Autowired
    private ErasureRun run;
    @Autowired
    private ErasureReplay replay;
    @Autowired
    private ErasureLedger ledger;
    @Autowired
    private RawStore raw;

    /** Puts the mortal database before the real one. */
    static class Mortal implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof javax.sql.DataSource database)) {
                return bean;
            }
            DATABASE[0] = new MortalDatabase(database);
            return DATABASE[0].asDataSource();
        }
    }

    @Test
    void endsOnceHoweverOftenItIsKilled() throws IOException {
        new CaseFile(sql).write();
        raw.keep("U1", RECEIVED, new ByteArrayInputStream("{\"surname\":\"Lane\",\"forenames\":\"Kim\"}".getBytes(StandardCharsets.UTF_8)));
        String ref = desk.propose(CaseFile.PLAIN, Ground.NO_LONGER_NEEDED, "The request of May", "It was agreed", "ig");
        desk.confirm(ref, "manager");
        long others = count("SELECT count(*) FROM person") - 1;

        int kills = 0;
        int number = 1;
        while (desk.find(ref).orElseThrow().state() != ErasureCase.State.DONE) {
            long before = steps();
            startKilled(At.BEFORE_COMMIT, number);
            thePersonIsThereInFullOrNotAtAll();
            startKilled(At.AFTER_COMMIT, number);
            thePersonIsThereInFullOrNotAtAll();
            number = steps() > before ? 1 : number + 1;
            kills++;
            assertThat(kills).as("starts that came no further").isLessThan(KILLS_LIMIT);
        }

        assertThat(kills).as("transactions that it was killed at").isGreaterThan(4);
        ErasureCase done = desk.find(ref).orElseThrow();
        assertThat(done.state()).isEqualTo(ErasureCase.State.DONE);
        assertThat(done.places()).isNotEmpty().allMatch(ErasureCase.Place::isClear);
        assertThat(done.entries()).doesNotHaveDuplicates().allSatisfy(entry -> assertThat(count("SELECT count(*) FROM sharing_entry WHERE id = '" + entry + "'")).isOne());
        assertThat(ledger.lines()).extracting(ErasureLedger.Line::erasure).containsExactly(ref);
        assertThat(count("SELECT count(*) FROM erasure")).isOne();
        assertThat(count("SELECT count(*) FROM person")).isEqualTo(others);
        assertThat(raw.kept()).isEmpty();
        assertThat(replay.replay()).as("a further start finds nothing to do").isZero();
        assertThat(run.work()).isTrue();
    }

    /** One start of the hub, killed at its transaction of that number if it comes so far. */
    private void startKilled(At at, int number) {
        DATABASE[0].kill(at, number);
        try {
            replay.replay();
            run.work();
        } catch (Killed e) {
            // The next start goes on.
        } finally {
            DATABASE[0].revive();
        }
    }

    /** How far it has come: places that are clear, and the database first of all. */
    private long steps() {
        return count("SELECT count(*) FROM erasure_step WHERE waits IS NULL") + count("SELECT count(*) FROM erasure WHERE person IS NULL");
    }

    private void thePersonIsThereInFullOrNotAtAll() {
        List<Long> left = List.of(count("SELECT count(*) FROM person WHERE ref = '" + CaseFile.PLAIN + "'"),
                count("SELECT count(*) FROM record WHERE source_ref IN ('=N-1', '900001/N999400122002')") / 2,
                count("SELECT count(*) FROM alert WHERE content::text LIKE '%" + CaseFile.PLAIN + "%'"),
                count("SELECT count(*) FROM erasure WHERE person = '" + CaseFile.PLAIN + "'"));
        assertThat(left.stream().distinct()).as("person, records, alert, case: %s", left).hasSize(1);
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
