package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.earlyhelp.hub.identity.review.ReviewDesk;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unmerge after merge = before, field by field, but for the history and the exclusion that it adds. */
class UnmergeTests {
    private static final int HOUSEHOLDS = 7;
    private static final int PAIRS = 8;
    private final Borough borough = new Borough();

    @AfterEach
    void close() {
        borough.close();
    }

    private IdentitySteward steward() {
        return borough.bean(IdentitySteward.class);
    }

    private List<Map<String, Object>> rows(String query) {
        return borough.sql.sql(query).query().listOfRows();
    }

    /** All of the identity room but the history. A family that a merge made ends by the unmerge. */
    private Map<String, List<Map<String, Object>>> state() {
        return Map.of(
                "people", rows("""
                        SELECT p.ref, f.ref AS family, p.family_role, g.ref AS gone_into, p.sealed, p.place_hidden, p.summary::text
                        FROM person p LEFT JOIN family f ON f.id = p.family_id LEFT JOIN person g ON g.id = p.gone_into ORDER BY p.id"""),
                "families", rows("SELECT ref FROM family WHERE gone_into IS NULL ORDER BY id"),
                "kin", rows("SELECT * FROM kinship ORDER BY child_id, adult_id"),
                "links", rows("SELECT mention_id, person_id, match, reason FROM link ORDER BY mention_id"),
                "asked", rows("SELECT state, version FROM review_pair ORDER BY id"),
                "open", borough.bean(ReviewDesk.class).asked(100).stream().map(pair -> Map.<String, Object>of("one", pair.one(), "other", pair.other())).toList());
    }

    private void assertSame(Map<String, List<Map<String, Object>>> before, String when) {
        state().forEach((part, rows) -> assertThat(rows).as("%s: %s", when, part).containsExactlyElementsOf(before.get(part)));
    }

    private List<String> exclusions() {
        return borough.sql.sql("SELECT p.ref || ' ' || o.ref FROM identity_exclusion e JOIN person p ON p.id = e.person_id JOIN person o ON o.id = e.other_id ORDER BY 1")
                .query(String.class).list();
    }

    /** Names so unlike that nobody is taken for another. */
    private static final List<String> KIDS = List.of("Ada", "Boris", "Celia");
    private static final List<String> HOUSES = List.of("Adler", "Brandt", "Corin", "Dufresne", "Ekberg", "Farago", "Gomez", "Hoang");

    /** Households of one or two children, with parents who are shared, move, or hide where they live. */
    private void aBorough(Random random) {
        for (int i = 0; i < HOUSEHOLDS; i++) {
            int children = 1 + random.nextInt(3);
            boolean hidden = random.nextInt(4) == 0;
            for (int c = 0; c < children; c++) {
                PersonMaker child = at(named(KIDS.get(c) + " " + HOUSES.get(i)).born("201" + c + "-0" + (1 + i) + "-0" + (1 + c)), i, hidden);
                RecordMaker record = (c % 2 == 0 ? school("S" + i + c) : health("H" + i + c)).on("2026-10-1" + i).about(child);
                record.parent(Relationship.MOTHER, at(named("Maud " + HOUSES.get(i)).born("198" + i + "-01-01"), random.nextInt(3) == 0 ? i + 1 : i, false));
                borough.receive(random.nextBoolean() ? record : record.contact(Relationship.FATHER, named("Dov " + HOUSES.get(random.nextInt(HOUSEHOLDS))).born("1979-01-01")));
            }
        }
        borough.link();
    }

    private static PersonMaker at(PersonMaker person, int house, boolean hidden) {
        return hidden ? person.hiddenAt(house + " Row", "ZZ99 3A" + (char) ('A' + house)) : person.at(house + " Row", "ZZ99 3A" + (char) ('A' + house));
    }

    private List<String> standing() {
        return borough.sql.sql("SELECT ref FROM person WHERE gone_into IS NULL AND family_id IS NOT NULL ORDER BY id").query(String.class).list();
    }

    private record Merged(String kept, String gone) {
    }

    private Merged merge(String one, String other) {
        String kept = steward().merge(one, other);
        return new Merged(kept, kept.equals(one) ? other : one);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void restoresWhoeverIsMerged(long seed) {
        Random random = new Random(seed);
        aBorough(random);
        for (int i = 0; i < PAIRS; i++) {
            Map<String, List<Map<String, Object>>> before = state();
            List<String> people = standing();
            String one = people.get(random.nextInt(people.size()));
            String other = people.get(random.nextInt(people.size()));
            if (!one.equals(other)) {
                Merged merged = merge(one, other);
                steward().unmerge(merged.kept, merged.gone);

                assertSame(before, "seed %d, pair %d: %s and %s".formatted(seed, i, one, other));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void restoresSeveralMergesTakenBackInReverse(long seed) {
        Random random = new Random(seed);
        aBorough(random);
        Map<String, List<Map<String, Object>>> before = state();
        List<Merged> done = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<String> people = standing();
            String one = people.get(random.nextInt(people.size()));
            String other = people.get(random.nextInt(people.size()));
            if (!one.equals(other)) {
                done.add(merge(one, other));
            }
        }
        for (int i = done.size() - 1; i >= 0; i--) {
            steward().unmerge(done.get(i).kept, done.get(i).gone);
        }

        assertSame(before, "seed " + seed);
    }

    @Test
    void givesExclusionsBackToWhomTheyCameWith() {
        borough.link(school("S1").about(aChild()), school("S2").about(named("Ada Lowe")), school("S3").about(named("Ben Moor")));
        String third = borough.person("S3/PUPIL/0");
        borough.link(health("H3").about(named("Ben Moor").ref("B-1")));
        long mention = borough.sql.sql("SELECT m.id FROM mention m JOIN record r ON r.id = m.record_id WHERE r.source_ref = 'H3'").query(Long.class).single();
        String apart = borough.person("H3/CHILD/0").equals(third) ? steward().split(third, mention, Hand.HUB) : borough.person("H3/CHILD/0");
        Merged sameAsThird = merge(apart, third);
        steward().unmerge(sameAsThird.kept, sameAsThird.gone);
        List<String> before = exclusions();

        Merged merged = merge(borough.person("S1/PUPIL/0"), third);
        assertThat(exclusions()).contains(merged.kept + " " + apart);
        steward().unmerge(merged.kept, merged.gone);

        List<String> after = new ArrayList<>(exclusions());
        after.removeAll(List.of(merged.kept + " " + merged.gone, merged.gone + " " + merged.kept));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void givesEachWhatCameWhileTheyWereOne() {
        borough.link(school("S1").about(aChild()), school("S2").about(named("Ada Lowe").born("2017-01-09").at("9 Far Lane", "ZZ99 7AB")));
        Merged merged = merge(borough.person("S1/PUPIL/0"), borough.person("S2/PUPIL/0"));
        borough.link(health("H1").about(aChild()), health("H2").about(named("Ada Lowe").born("2017-01-09").at("9 Far Lane", "ZZ99 7AB")));

        steward().unmerge(merged.kept, merged.gone);

        assertThat(List.of(borough.person("H1/CHILD/0"), borough.person("H2/CHILD/0"))).containsExactly(merged.kept, merged.gone);
    }

    @Test
    void keepsHiddenWhatARecordHidMeanwhile() {
        borough.link(school("S1").about(aChild()), school("S2").about(named("Ada Lowe").born("2017-01-09").hiddenAt("9 Far Lane", "ZZ99 7AB")));
        Merged merged = merge(borough.person("S1/PUPIL/0"), borough.person("S2/PUPIL/0"));
        borough.link(school("S1").version(2).about(aChild().hiddenAt("4 Test Row", "ZZ99 3VZ")));

        steward().unmerge(merged.kept, merged.gone);

        assertThat(borough.bean(PersonDirectory.class).byRef(merged.kept).orElseThrow().placeHidden()).isTrue();
    }

    @Test
    void hidesWhoIsSplitFromAHiddenPerson() {
        borough.link(school("S1").about(aChild().hiddenAt("4 Test Row", "ZZ99 3VZ").nhs("9990000018")), health("H1").about(aChild().homeless().nhs("9990000018")));
        long mention = borough.sql.sql("SELECT m.id FROM mention m JOIN record r ON r.id = m.record_id WHERE r.source_ref = 'H1'").query(Long.class).single();

        String fresh = steward().split(borough.person("H1/CHILD/0"), mention, Hand.HUB);

        assertThat(borough.bean(PersonDirectory.class).byRef(fresh).orElseThrow().placeHidden()).isTrue();
    }

    @Test
    void opensPairsAgainThatAMergeHadAnswered() {
        borough.link(school("S1").about(aChild().upn("N999400122002")));
        borough.link(school("S2").about(named("Ada Lowe").born("2017-01-09").upn("N999400122002")));
        ReviewPair asked = borough.bean(ReviewDesk.class).asked(1).get(0);
        borough.link(health("H1").about(named("Eve Moor")));
        Merged one = merge(asked.one(), borough.person("H1/CHILD/0"));
        Merged both = merge(one.kept, asked.other());
        assertThat(borough.bean(ReviewDesk.class).asked(1)).isEmpty();

        steward().unmerge(both.kept, both.gone);
        assertThat(borough.bean(ReviewDesk.class).asked(1)).as("the unmerge itself keeps them apart").isEmpty();
        assertThat(borough.bean(ReviewDesk.class).find(asked.id()).orElseThrow().keptApart()).isTrue();
    }

    /** A record taken out of a hidden person says nothing of hiding itself: joined to somebody, it must not show where that person lives. */
    @Test
    void hidesWhoeverIsMadeOneWithSomebodyHiddenAndShowsThemAgain() {
        borough.link(school("S1").about(aChild().hiddenAt("4 Test Row", "ZZ99 3VZ").nhs("9990000018")), health("H1").about(aChild().nhs("9990000018")),
                school("S2").about(named("Ada Lowe").born("2017-01-09").homeless()));
        long mention = borough.sql.sql("SELECT m.id FROM mention m JOIN record r ON r.id = m.record_id WHERE r.source_ref = 'H1'").query(Long.class).single();
        String taken = steward().split(borough.person("S1/PUPIL/0"), mention, Hand.HUB);
        Map<String, List<Map<String, Object>>> before = state();

        Merged merged = merge(borough.person("S2/PUPIL/0"), taken);

        assertThat(borough.sql.sql("SELECT place_hidden FROM person WHERE ref = ?").param(merged.kept).query(Boolean.class).single()).isTrue();
        steward().unmerge(merged.kept, merged.gone);
        assertSame(before, "unmerged");
    }
}
