package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.missing;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading the history from nothing gives who is who: nothing moves without a step that says so. */
class ReplayTests {
    private static final int STEPS = 80;
    private final Borough borough = new Borough();

    @AfterEach
    void close() {
        borough.close();
    }

    /** The P- reference behind every linked mention. */
    private Map<Long, String> stored() {
        Map<Long, String> stored = new TreeMap<>();
        borough.sql.sql("SELECT l.mention_id, p.ref FROM link l JOIN person p ON p.id = l.person_id").query(row -> {
            stored.put(row.getLong(1), row.getString(2));
        });
        return stored;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rebuildsThePeopleFromTheHistory(long seed) {
        RandomLife life = new RandomLife(borough, seed);
        List<String> done = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            done.add(life.step());

            assertThat(Replay.of(borough.sql)).as("seed %d after %s", seed, done).isEqualTo(stored());
        }
        assertThat(done).as("seed %d", seed).contains("records", "merge", "split", "unmerge", "settle", "answer");
    }

    @Test
    void rebuildsNobodyFromAnEmptyHistory() {
        assertThat(Replay.of(borough.sql)).isEmpty();
    }

    @Test
    void keepsACorrectionThatFollowsAMergeInOneBatch() {
        borough.link(school("S1").about(aChild().upn("N999400122002")));
        borough.link(health("H1").about(aChild().forenames("Chichi").homeless().nhs("9990000018")),
                health("H2").about(aChild().forenames("Chichi").homeless().nhs("9990000018")));

        borough.link(missing("M1").about(aChild().knownAs("Chichi").upn("N999400122002").nhs("9990000018")), missing("M2").about(aChild()),
                health("H1").about(named("Someone Else").born("2011-01-09")).urgent());

        assertThat(borough.person("H1/CHILD/0")).isNotEqualTo(borough.person("M1/CHILD/0"));
        assertThat(borough.person("H2/CHILD/0")).isEqualTo(borough.person("M1/CHILD/0"));
        assertThat(Replay.of(borough.sql)).isEqualTo(stored());
    }

    @Test
    void forgetsAMentionThatTheRecordNoLongerMakes() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, named("Ngozi Okafor")));

        borough.link(school("S1").about(aChild()));

        assertThat(Replay.of(borough.sql)).hasSize(1).isEqualTo(stored());
    }
}
