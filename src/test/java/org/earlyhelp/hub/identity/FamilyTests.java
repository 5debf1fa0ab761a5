package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.PersonMaker.nobody;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.missing;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.person.MissingReport.MissingFrom;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FamilyTests {
    private final Borough borough = new Borough();

    @AfterEach
    void close() {
        borough.close();
    }

    private static PersonMaker mother() {
        return named("Ngozi Okafor");
    }

    private static PersonMaker sister() {
        return aChild().forenames("Ada").born("2016-08-01");
    }

    private String role(String place) {
        return borough.sql.sql("SELECT family_role FROM person WHERE ref = ?").param(borough.person(place)).query(String.class).single();
    }

    @Test
    void joinsSiblingsBySharedCarer() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, mother()),
                school("S2").about(sister()).parent(Relationship.PARENT, mother()));

        assertThat(borough.families()).containsExactly(Set.of("S1/PUPIL/0", "S1/PARENT/0", "S2/PUPIL/0", "S2/PARENT/0"));
        assertThat(List.of(role("S1/PUPIL/0"), role("S1/PARENT/0"))).containsExactly("CHILD", "CARER");
    }

    @Test
    void linksSeparatedParentWithoutMergingHouseholds() {
        borough.link(missing("M1").about(aChild()).contact(Relationship.MOTHER, mother())
                .contact(Relationship.FATHER, named("Emeka Okafor").at("9 Far Lane", "ZZ99 7AB")));

        assertThat(borough.families()).containsExactlyInAnyOrder(Set.of("M1/CHILD/0", "M1/CONTACT/0"), Set.of("M1/CONTACT/1"));
        assertThat(borough.sql.sql("SELECT relationship FROM kinship WHERE NOT resident").query(String.class).list()).containsExactly("FATHER");
    }

    @Test
    void endsResidenceWhenALaterRecordPutsTheCarerElsewhere() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, mother().phone("01632 960123")));
        borough.link(abuse("D1").on("2026-11-05").victim(mother().phone("01632960123").at("9 Far Lane", "ZZ99 7AB")));

        assertThat(borough.person("D1/VICTIM/0")).isEqualTo(borough.person("S1/PARENT/0"));
        assertThat(borough.family("S1/PUPIL/0")).isNotEqualTo(borough.family("S1/PARENT/0"));
    }

    @Test
    void keepsResidenceWhenTheOtherAddressIsOlder() {
        borough.link(school("S1").on("2026-11-09").about(aChild()).parent(Relationship.MOTHER, mother().phone("01632 960123")),
                abuse("D1").on("2026-11-05").victim(mother().phone("01632960123").at("9 Far Lane", "ZZ99 7AB")));

        assertThat(borough.family("S1/PUPIL/0")).isEqualTo(borough.family("D1/VICTIM/0"));
    }

    @Test
    void joinsSiblingContactAtTheSameAddressOnly() {
        borough.link(missing("M1").about(aChild()).contact(Relationship.SIBLING, sister())
                .contact(Relationship.SIBLING, named("Obi Okafor").born("2012-01-01").at("9 Far Lane", "ZZ99 7AB")));

        assertThat(borough.families()).containsExactlyInAnyOrder(Set.of("M1/CHILD/0", "M1/CONTACT/0"), Set.of("M1/CONTACT/1"));
    }

    @Test
    void keepsChildInCareInTheFamilyItCameFrom() {
        borough.link(school("S1").about(aChild().nhs("9990000018")).parent(Relationship.MOTHER, mother()));
        borough.link(missing("M1", MissingFrom.CARE).on("2026-11-20").about(aChild().nhs("9990000018").at("1 Care House", "ZZ99 8QQ"))
                .contact(Relationship.CARER, named("Flo Ster")));

        assertThat(borough.families()).containsExactlyInAnyOrder(Set.of("S1/PUPIL/0", "S1/PARENT/0", "M1/CHILD/0"), Set.of("M1/CONTACT/0"));
    }

    @Test
    void leavesTheAllegedPerpetratorOutside() {
        borough.link(abuse("D1").about(aChild()).victim(mother().at("4 Test Row", "ZZ99 3VZ"))
                .alleged(named("Rob Ash").at("4 Test Row", "ZZ99 3VZ")));

        assertThat(borough.families()).containsExactlyInAnyOrder(Set.of("D1/CHILD/0", "D1/VICTIM/0"), Set.of("D1/ALLEGED_PERPETRATOR/0"));
        assertThat(borough.sql.sql("SELECT certain FROM kinship").query(Boolean.class).list()).containsExactly(false);
    }

    @Test
    void keepsAnAllegedPerpetratorWhoIsAParentThere() {
        borough.link(school("S1").about(aChild()).parent(Relationship.FATHER, named("Emeka Okafor")),
                abuse("D1").alleged(named("Emeka Okafor").at("4 Test Row", "ZZ99 3VZ")));

        assertThat(borough.family("D1/ALLEGED_PERPETRATOR/0")).isEqualTo(borough.family("S1/PUPIL/0"));
    }

    @Test
    void hidesThePlaceOfTheWholeHouseholdForGood() {
        borough.link(health("H1").about(aChild().hiddenAt("4 Test Row", "ZZ99 3VZ")).parent(Relationship.MOTHER, mother()));
        borough.link(health("H1").about(aChild()).parent(Relationship.MOTHER, mother()));
        borough.link(school("S2").on("2026-11-08").about(sister()).parent(Relationship.MOTHER, mother()));

        assertThat(borough.sql.sql("SELECT count(*) FROM person WHERE place_hidden").query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void leavesAChildWithNeitherCarerNorAddressAlone() {
        borough.link(missing("M1").about(named("Chidi Okafor")), missing("M2").about(named("Ada Lowe")));

        assertThat(borough.families()).containsExactlyInAnyOrder(Set.of("M1/CHILD/0"), Set.of("M2/CHILD/0"));
    }

    @Test
    void putsTheNewbornInThePlaceOfTheUnborn() {
        borough.link(health("H1").expecting(mother().nhs("9990000026").at("4 Test Row", "ZZ99 3VZ"), nobody().expected("2026-11-10")));
        String unborn = borough.person("H1/UNBORN/0");
        assertThat(borough.families()).hasSize(1);

        borough.link(health("H2").on("2026-11-14").about(nobody().named("Okafor", "Baby").born("2026-11-08").mother("999 000 0026").at("4 Test Row", "ZZ99 3VZ")));

        assertThat(borough.person("H2/CHILD/0")).isEqualTo(unborn);
        assertThat(borough.match("H2/CHILD/0")).isEqualTo("CERTAIN");
    }

    @Test
    void takesOneOfNewbornTwinsForTheUnborn() {
        borough.link(health("H1").expecting(mother().nhs("9990000026"), nobody().expected("2026-11-10")));
        borough.link(health("H2").about(nobody().named("Okafor", "Baby").born("2026-11-08").twin(1).mother("9990000026")),
                health("H3").about(nobody().named("Okafor", "Baby").born("2026-11-08").twin(2).mother("9990000026")));

        assertThat(borough.people()).containsExactlyInAnyOrder(Set.of("H1/EXPECTANT_PARENT/0"), Set.of("H1/UNBORN/0", "H2/CHILD/0"), Set.of("H3/CHILD/0"));
    }

    @Test
    void keepsTheFamilyReferenceWhenAChildJoins() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, mother()));
        String family = borough.family("S1/PUPIL/0");

        borough.link(school("S2").about(sister()).parent(Relationship.MOTHER, mother()));

        assertThat(borough.family("S2/PUPIL/0")).isEqualTo(family);
        assertThat(borough.count("family")).isEqualTo(1);
    }

    @Test
    void endsTheSmallerFamilyWhenTwoBecomeOne() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, mother()), school("S2").about(sister()));
        String kept = borough.family("S1/PUPIL/0");
        String gone = borough.family("S2/PUPIL/0");

        borough.link(school("S2").about(sister()).parent(Relationship.MOTHER, mother()));

        assertThat(borough.family("S2/PUPIL/0")).isEqualTo(kept);
        assertThat(borough.bean(FamilyDirectory.class).byRef(gone).orElseThrow().ref()).isEqualTo(kept);
        assertThat(borough.news).anyMatch(it -> it instanceof IdentityChanged changed && changed.kind() == IdentityChanged.Kind.FAMILY_MERGED
                && changed.kept().equals(kept) && changed.gone().equals(gone));
    }

    @Test
    void splitsTheFamilyWhenTheCarerMovesWithOneChild() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, mother()), school("S2").about(sister()).parent(Relationship.MOTHER, mother()));
        String family = borough.family("S1/PUPIL/0");

        borough.link(school("S2").on("2026-11-12").about(sister().at("9 Far Lane", "ZZ99 7AB")));

        assertThat(List.of(borough.family("S1/PUPIL/0"), borough.family("S1/PARENT/0"))).containsOnly(family);
        assertThat(borough.family("S2/PUPIL/0")).isNotEqualTo(family);
        assertThat(borough.news).anyMatch(it -> it instanceof IdentityChanged changed && changed.kind() == IdentityChanged.Kind.FAMILY_SPLIT);
    }

    @Test
    void letsNeedsWaitUrgentlyForUrgentRecords() {
        borough.link(school("S1").about(aChild()), missing("M1").about(named("Ada Lowe")));

        assertThat(borough.sql.sql("SELECT urgent FROM family_work ORDER BY queued").query(Boolean.class).list()).containsExactly(true, false);
        assertThat(borough.news).contains(new FamiliesTouched(true), new FamiliesTouched(false));
    }
}
