package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.missing;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.earlyhelp.hub.identity.IdentitySteward.Settled;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettleTests {
    private static final int RECORDS = 14;
    private Borough borough;

    @BeforeEach
    void open() {
        borough = new Borough();
    }

    @AfterEach
    void close() {
        borough.close();
    }

    private IdentitySteward steward() {
        return borough.bean(IdentitySteward.class);
    }

    /** A child of whom seven records say different halves: what is joined first depends on who came first. */
    private static List<RecordMaker> halves() {
        return List.of(
                school("S1").about(aChild().upn("N999400122002")).parent(Relationship.MOTHER, named("Ngozi Okafor").phone("01632 960001")),
                school("S2").about(aChild().forenames("Chidy").born(null).at("9 Far Lane", "ZZ99 7AB")),
                health("H1").about(aChild().nhs("9990000018").at("9 Far Lane", "ZZ99 7AB")).parent(Relationship.MOTHER, named("Ngozi Okafor")),
                health("H2").about(aChild().forenames("Chid").born(null)),
                missing("M1").about(aChild().homeless().born("2019-04-03")),
                missing("M2").about(aChild().forenames("Chidi").born(null).homeless().phone("01632 960123")),
                missing("M3").about(aChild().born("2019-04-20").phone("01632 960123").at("1 Old Street", "ZZ99 1AA")));
    }

    /** Records of children so alike that no two orders need lead to the same people. */
    private static List<RecordMaker> alike(long seed) {
        Random random = new Random(seed);
        List<RecordMaker> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            PersonMaker child = named(any(random, "Chidi", "Chidi", "Chidy", "Chid", "Chike") + " " + any(random, "Okafor", "Okafor", "Okafo"))
                    .born(any(random, null, "2019-04-02", "2019-04-02", "2019-04-03", "2017-11-26"));
            String home = any(random, "4 Test Row|ZZ99 3VZ", "4 Test Row|ZZ99 3VZ", "9 Far Lane|ZZ99 7AB", null);
            records.add(missing("M" + i).about(home == null ? child : child.at(home.split("\\|")[0], home.split("\\|")[1])));
        }
        return records;
    }

    private static String any(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void makesTheOrderOfArrivalMakeNoDifference(long seed) {
        assertThat(arrived(alike(seed), seed, true)).as("seed %d", seed).isEqualTo(arrived(alike(seed), 0, true));
    }

    @Test
    void ordersOfArrivalDifferUntilSettled() {
        assertThat(LongStream.rangeClosed(1, 8).filter(seed -> !arrived(alike(seed), seed, false).equals(arrived(alike(seed), 0, false)))).isNotEmpty();
    }

    /** The people of records that arrive in the order of a seed; 0 is the order given. */
    private static Set<Set<String>> arrived(List<RecordMaker> records, long seed, boolean settle) {
        List<RecordMaker> order = new ArrayList<>(records);
        if (seed > 0) {
            Collections.shuffle(order, new Random(seed));
        }
        try (Borough fresh = new Borough()) {
            order.forEach(fresh::link);
            if (settle) {
                records.forEach(record -> fresh.bean(IdentitySteward.class).settle(fresh.person(record.sourceRef + "/CHILD/0"), Hand.HUB));
            }
            return fresh.people();
        }
    }

    @Test
    void changesNothingTheSecondTime() {
        halves().forEach(borough::link);
        steward().settle(borough.person("S1/PUPIL/0"), Hand.HUB);
        Set<Set<String>> once = borough.people();

        Settled again = steward().settle(borough.person("S1/PUPIL/0"), Hand.HUB);

        assertThat(again.moved()).isZero();
        assertThat(borough.people()).isEqualTo(once);
    }

    @Test
    void keepsWhatASplitDecided() {
        borough.link(school("S1").about(aChild()), health("H1").about(aChild()));
        long mention = borough.sql.sql("SELECT m.id FROM mention m JOIN record r ON r.id = m.record_id WHERE r.source_ref = 'H1'").query(Long.class).single();
        steward().split(borough.person("S1/PUPIL/0"), mention, Hand.HUB);

        steward().settle(borough.person("S1/PUPIL/0"), Hand.HUB);

        assertThat(borough.person("S1/PUPIL/0")).isNotEqualTo(borough.person("H1/CHILD/0"));
    }

    @Test
    void keepsWhatAMergeDecided() {
        borough.link(school("S1").about(aChild()), health("H1").about(named("Someone Else").born("2011-01-09")));
        steward().merge(borough.person("S1/PUPIL/0"), borough.person("H1/CHILD/0"));

        steward().settle(borough.person("S1/PUPIL/0"), Hand.HUB);

        assertThat(borough.person("S1/PUPIL/0")).isEqualTo(borough.person("H1/CHILD/0"));
    }

    @Test
    void takesApartWhatNoLongerBelongsTogether() {
        borough.link(school("S1").about(aChild()), health("H1").about(named("Someone Else").born("2011-01-09")));
        long mention = borough.sql.sql("SELECT m.id FROM mention m JOIN record r ON r.id = m.record_id WHERE r.source_ref = 'H1'").query(Long.class).single();
        borough.sql.sql("UPDATE link SET person_id = (SELECT id FROM person WHERE ref = ?) WHERE mention_id = ?").params(borough.person("S1/PUPIL/0"), mention).update();
        borough.restart();

        Settled settled = steward().settle(borough.person("S1/PUPIL/0"), Hand.HUB);

        assertThat(settled).isEqualTo(new Settled(1, 2, 1));
        assertThat(borough.person("S1/PUPIL/0")).isNotEqualTo(borough.person("H1/CHILD/0"));
        assertThat(borough.news).anyMatch(it -> it instanceof IdentityChanged changed && changed.kind() == IdentityChanged.Kind.PERSON_SPLIT);
    }

    @Test
    void refusesAPersonOfWhomNoRecordSpeaks() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, named("Ngozi Okafor")));
        String mother = borough.person("S1/PARENT/0");
        borough.link(school("S1").about(aChild()));

        assertThatThrownBy(() -> steward().settle(mother, Hand.HUB)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no record");
    }

    @Test
    void refusesASealedPerson() {
        borough.link(school("S1").about(aChild()));
        String person = borough.person("S1/PUPIL/0");
        steward().seal(person);

        assertThatThrownBy(() -> steward().settle(person, Hand.HUB)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("sealed");
    }

    private long mentionOf(String sourceRef) {
        return borough.sql.sql("SELECT m.id FROM mention m JOIN record r ON r.id = m.record_id WHERE r.source_ref = ?").param(sourceRef).query(Long.class).single();
    }

    private boolean isHidden(String place) {
        return borough.sql.sql("SELECT place_hidden FROM person WHERE ref = ?").param(borough.person(place)).query(Boolean.class).single();
    }

    @Test
    void hidesWhoeverGetsARecordOfAHiddenPerson() {
        borough.link(school("S1").about(aChild().hiddenAt("4 Test Row", "ZZ99 3VZ")), school("S3").about(aChild()), health("H1").about(named("Someone Else").born("2011-01-09")),
                health("H2").about(named("Someone Else").born("2011-01-09").at("4 Test Row", "ZZ99 3VZ")));
        borough.sql.sql("UPDATE link SET person_id = (SELECT id FROM person WHERE ref = ?) WHERE mention_id = ?")
                .params(borough.person("S1/PUPIL/0"), mentionOf("H2")).update();
        borough.restart();

        steward().settle(borough.person("S1/PUPIL/0"), Hand.HUB);
        steward().settle(borough.person("H2/CHILD/0"), Hand.HUB);

        assertThat(borough.person("H2/CHILD/0")).isEqualTo(borough.person("H1/CHILD/0")).isNotEqualTo(borough.person("S1/PUPIL/0"));
        assertThat(isHidden("H2/CHILD/0")).isTrue();
    }

    @Test
    void keepsAMergeByHandThatWasMergedOn() {
        borough.link(school("S0").about(aChild().forenames("Xanthippe").born("2012-08-08").upn("N999400122002")), school("S1").about(aChild()),
                health("H1").about(named("Someone Else").born("2011-01-09")));
        steward().merge(borough.person("S1/PUPIL/0"), borough.person("H1/CHILD/0"));
        borough.sql.sql("UPDATE link SET person_id = (SELECT id FROM person WHERE ref = ?) WHERE person_id = (SELECT id FROM person WHERE ref = ?)")
                .params(borough.person("S0/PUPIL/0"), borough.person("S1/PUPIL/0")).update();
        borough.sql.sql("UPDATE person SET gone_into = (SELECT id FROM person WHERE ref = ?) WHERE gone_into IS NULL AND id NOT IN (SELECT person_id FROM link)")
                .params(borough.person("S0/PUPIL/0")).update();
        borough.restart();

        steward().settle(borough.person("S0/PUPIL/0"), Hand.HUB);

        assertThat(borough.person("H1/CHILD/0")).isEqualTo(borough.person("S1/PUPIL/0"));
    }
}
