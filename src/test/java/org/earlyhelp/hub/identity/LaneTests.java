package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.missing;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.earlyhelp.hub.identity.lane.IdentityLane;
import org.earlyhelp.hub.identity.lane.IdentityWriter;
import org.earlyhelp.hub.identity.lane.WorkOff;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.RecordsStored;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionException;

class LaneTests {
    private static final int MORE_THAN_IS_TRIED = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Borough borough = new Borough();

    @AfterEach
    void close() {
        borough.close();
    }

    private static RecordMaker poison(String sourceRef) {
        return school(sourceRef).about(named("Poison Pill"));
    }

    /** Makes the database refuse links of records whose child is called Pill, as a fault nobody thought of would. */
    private void spike() {
        borough.sql.sql("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF EXISTS (SELECT FROM mention WHERE id = NEW.mention_id AND person ->> 'surname' = 'Pill') THEN
                        RAISE EXCEPTION 'refused'; END IF; RETURN NEW; END $$""").update();
        borough.sql.sql("CREATE TRIGGER refuse BEFORE INSERT ON link FOR EACH ROW EXECUTE FUNCTION refuse()").update();
    }

    @Test
    void parksAPoisonRecordAndLinksTheOthers() {
        spike();
        borough.link(school("S1").about(aChild()), poison("S2"), school("S3").about(named("Ada Lowe")));

        assertThat(borough.people()).containsExactlyInAnyOrder(Set.of("S1/PUPIL/0"), Set.of("S3/PUPIL/0"));
        assertThat(borough.findings()).containsExactly("RECORD_NOT_LINKED");
        assertThat(borough.count("record_work")).isZero();
    }

    @Test
    void tellsTheFrontDoorOfAParkedRecordThatTellsOfHarm() {
        spike();
        borough.link(poison("S1"));
        assertThat(borough.news).noneMatch(SenderFault.class::isInstance);

        borough.link(missing("M1").about(named("Poison Pill")), school("S2").about(aChild()));

        String receipt = borough.sql.sql("SELECT receipt FROM delivery WHERE feed = 'missing-children'").query(String.class).single();
        assertThat(borough.news).filteredOn(SenderFault.class::isInstance).containsExactly(new SenderFault("avonford-police", "missing-children", receipt, Counts.NONE));
    }

    @Test
    void parksNobodyWhileTheDatabaseCannotCommit() {
        borough.sql.sql("CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = 'disk_full'; END $$").update();
        borough.sql.sql("CREATE CONSTRAINT TRIGGER full_disk AFTER INSERT ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION full_disk()").update();
        borough.receive(school("S1").about(aChild()));
        for (int i = 0; i < MORE_THAN_IS_TRIED; i++) {
            assertThatThrownBy(() -> borough.bean(WorkOff.class).run()).isInstanceOf(TransactionException.class);
        }

        borough.sql.sql("DROP TRIGGER full_disk ON person").update();
        borough.bean(WorkOff.class).run();

        assertThat(borough.people()).containsExactly(Set.of("S1/PUPIL/0"));
        assertThat(borough.findings()).isEmpty();
    }

    @Test
    void forgetsWhatARolledBackBatchDid() {
        spike();
        borough.receive(school("S1").about(aChild()), poison("S2"));
        List<Long> both = borough.sql.sql("SELECT record_id FROM record_work").query(Long.class).list();
        assertThatThrownBy(() -> borough.bean(IdentityWriter.class).link(both)).hasMessageContaining("refused");

        borough.link(health("H1").about(aChild()));

        assertThat(borough.people()).containsExactly(Set.of("S1/PUPIL/0", "H1/CHILD/0"));
        assertThat(borough.match("S1/PUPIL/0")).isEqualTo("NEW");
    }

    @Test
    void decidesTheSameAfterARestart() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, named("Ngozi Okafor")));
        borough.restart().link(health("H1").about(aChild()),
                abuse("D1").victim(named("Ngozi Okafor").at("4 Test Row", "ZZ99 3VZ")));

        assertThat(borough.people()).containsExactlyInAnyOrder(Set.of("S1/PUPIL/0", "H1/CHILD/0"), Set.of("S1/PARENT/0", "D1/VICTIM/0"));
    }

    @Test
    void readsAgainWhatAnotherHubWrote() {
        borough.link(school("S0").about(named("Ada Lowe")));
        try (Borough other = borough.another()) {
            other.link(school("S1").about(aChild()));
        }
        borough.link(health("H1").about(aChild()));

        assertThat(borough.person("H1/CHILD/0")).isEqualTo(borough.person("S1/PUPIL/0"));
    }

    @Test
    void takesUrgentRecordsFirst() {
        borough.receive(school("S1").about(aChild()), missing("M1").about(aChild().phone("01632 960123")));
        borough.bean(WorkOff.class).run();

        assertThat(borough.match("M1/CHILD/0")).isEqualTo("NEW");
        assertThat(borough.match("S1/PUPIL/0")).isEqualTo("CERTAIN");
    }

    @Test
    void wakesUpWhenRecordsAreStored() {
        IdentityLane lane = borough.bean(IdentityLane.class);
        lane.start();
        try {
            borough.receive(school("S1").about(aChild())).tell(new RecordsStored(false));
            await().atMost(PATIENCE).until(() -> borough.count("record_work") == 0);
            assertThat(borough.count("link")).isEqualTo(1);
        } finally {
            lane.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void makesTheSameFamiliesInAnyOrderOfArrival(long seed) {
        Set<Set<String>> expectedPeople = borough.link(story().toArray(RecordMaker[]::new)).people();
        Set<Set<String>> expectedFamilies = borough.families();
        List<RecordMaker> shuffled = new ArrayList<>(story());
        Collections.shuffle(shuffled, new Random(seed));

        try (Borough other = new Borough()) {
            shuffled.forEach(other::link);

            assertThat(other.people()).as("seed %d", seed).isEqualTo(expectedPeople);
            assertThat(other.families()).as("seed %d", seed).isEqualTo(expectedFamilies);
        }
    }

    /** A mother of two who moved, a father elsewhere, a grandmother, twins next door. */
    private static List<RecordMaker> story() {
        return List.of(
                school("S1").on("2026-11-02").about(aChild().upn("N999400122002")).parent(Relationship.MOTHER, named("Ngozi Okafor").phone("01632 960001")),
                school("S2").on("2026-11-12").about(aChild().forenames("Ada").born("2016-08-01").at("9 Far Lane", "ZZ99 7AB"))
                        .parent(Relationship.MOTHER, named("Ngozi Okafor").phone("01632 960001")),
                health("H1").on("2026-11-15").about(aChild().nhs("9990000018").at("9 Far Lane", "ZZ99 7AB")).parent(Relationship.MOTHER, named("Ngozi Okafor")),
                missing("M1").on("2026-11-16").about(aChild().homeless().nhs("9990000018").upn("N999400122002"))
                        .contact(Relationship.FATHER, named("Emeka Okafor").at("1 Old Street", "ZZ99 1AA")),
                abuse("D1").on("2026-11-03").victim(named("Ngozi Okafor").born("1990-05-06").phone("01632 960001").at("4 Test Row", "ZZ99 3VZ"))
                        .alleged(named("Emeka Okafor").at("1 Old Street", "ZZ99 1AA")),
                health("H2").about(aChild().named("Lowe", "Ada").twin(1).at("6 Test Row", "ZZ99 3VZ")).parent(Relationship.MOTHER, named("Eve Lowe")),
                health("H3").about(aChild().named("Lowe", "Bea").twin(2).at("6 Test Row", "ZZ99 3VZ")).parent(Relationship.MOTHER, named("Eve Lowe")),
                school("S3").about(aChild().named("Lowe", "Bea").at("6 Test Row", "ZZ99 3VZ")));
    }
}
