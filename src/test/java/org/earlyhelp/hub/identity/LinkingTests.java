package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.missing;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkingTests {
    private final Borough borough = new Borough();

    @AfterEach
    void close() {
        borough.close();
    }

    @Test
    void joinsOneChildOverAgencies() {
        borough.link(school("S1").about(aChild()), health("H1").about(aChild().nhs("9990000018")),
                missing("M1").about(aChild().homeless().nhs("9990000018")));

        assertThat(borough.people()).hasSize(1);
        assertThat(borough.match("H1/CHILD/0")).isEqualTo("CERTAIN");
        assertThat(borough.match("M1/CHILD/0")).as("urgent, so first").isEqualTo("NEW");
    }

    @Test
    void keepsTwinsApart() {
        borough.link(health("H1").about(aChild().twin(1)), health("H2").about(aChild().forenames("Ada").twin(2)),
                school("S1").about(aChild()), school("S2").about(aChild().forenames("Ada")));

        assertThat(borough.person("S1/PUPIL/0")).isEqualTo(borough.person("H1/CHILD/0"));
        assertThat(borough.person("S2/PUPIL/0")).isEqualTo(borough.person("H2/CHILD/0")).isNotEqualTo(borough.person("H1/CHILD/0"));
    }

    @Test
    void keepsTwinsOfOneNumberApartAndTellsASteward() {
        borough.link(health("H1").about(aChild().twin(1).nhs("9990000018")), health("H2").about(aChild().forenames("Ada").twin(2).nhs("9990000018")));

        assertThat(borough.person("H1/CHILD/0")).isNotEqualTo(borough.person("H2/CHILD/0"));
        assertThat(borough.match("H2/CHILD/0")).isEqualTo("REVIEW");
        assertThat(borough.findings()).containsExactly("IDENTIFIER_CONFLICT");
    }

    @Test
    void keepsSharedPupilNumberApart() {
        borough.link(school("S1").about(aChild().upn("N999400122002")),
                school("S2").about(named("Ada Lowe").born("2017-01-09").upn("N999400122002")));

        assertThat(borough.people()).hasSize(2);
        assertThat(borough.findings()).containsExactly("IDENTIFIER_CONFLICT");
    }

    @Test
    void keepsReusedLocalReferenceApart() {
        borough.link(missing("M1").about(aChild().ref("C-7")));
        borough.link(missing("M2").about(named("Ada Lowe").ref("C-7")));

        assertThat(borough.people()).hasSize(2);
        assertThat(borough.findings()).containsExactly("IDENTIFIER_CONFLICT");
    }

    @Test
    void knowsOneReferenceOfTwoAgenciesAsTwo() {
        borough.link(missing("M1").about(named("Chidi Okafor").ref("C-7")), abuse("D1").about(named("Chidi Okafor").ref("C-7")));

        assertThat(borough.people()).hasSize(2);
        assertThat(borough.findings()).isEmpty();
    }

    @Test
    void keepsSameNamedCousinsApart() {
        borough.link(school("S1").about(aChild()), school("S3").about(aChild().born("2017-11-26")),
                school("S4").about(aChild().born("2021-08-15").at("9 Far Lane", "ZZ99 7AB")));

        assertThat(borough.people()).hasSize(3);
    }

    @Test
    void knowsAChildWhoMovedButIsNotCertain() {
        borough.link(school("S1").about(aChild()), school("S2").about(aChild().at("9 Far Lane", "ZZ99 7AB")));

        assertThat(borough.people()).hasSize(1);
        assertThat(borough.match("S2/PUPIL/0")).isEqualTo("PROBABLE");
    }

    @Test
    void keepsFatherAndSonOfOneNameApart() {
        borough.link(school("S1").about(aChild()).parent(Relationship.FATHER, named("Chidi Okafor")));

        assertThat(borough.person("S1/PUPIL/0")).isNotEqualTo(borough.person("S1/PARENT/0"));
        assertThat(borough.families()).hasSize(1);
    }

    @Test
    void neverJoinsDifferentNhsNumbers() {
        borough.link(health("H1").about(aChild().nhs("9990000018")), health("H2").about(aChild().nhs("9990000026")));

        assertThat(borough.people()).hasSize(2);
    }

    @Test
    void joinsUnknownIdentityByNumberOnly() {
        borough.link(health("H1").about(aChild().nhs("9990000018")), health("H2").about(aChild().identityUnknown()),
                health("H3").about(aChild().identityUnknown().nhs("9990000018")));

        assertThat(borough.person("H2/CHILD/0")).isNotEqualTo(borough.person("H1/CHILD/0"));
        assertThat(borough.person("H3/CHILD/0")).isEqualTo(borough.person("H1/CHILD/0"));
    }

    @Test
    void findsTheCarerOfAReferralThatNamesNoChild() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, named("Ngozi Okafor")),
                abuse("D1").victim(named("Ngozi Okafor").born("1990-05-06").at("4 Test Row", "ZZ99 3VZ")));

        assertThat(borough.person("D1/VICTIM/0")).isEqualTo(borough.person("S1/PARENT/0"));
        assertThat(borough.sql.sql("SELECT certain AND resident FROM kinship").query(Boolean.class).list()).containsExactly(true);
    }

    @Test
    void movesAMentionWhoseDateOfBirthWasCorrected() {
        borough.link(school("S1").about(aChild()), health("H1").about(aChild()), health("H2").about(aChild().born("2017-11-26")));
        String cousin = borough.person("H2/CHILD/0");

        borough.link(school("S1").about(aChild().born("2017-11-26")));

        assertThat(borough.person("S1/PUPIL/0")).isEqualTo(cousin).isNotEqualTo(borough.person("H1/CHILD/0"));
        assertThat(borough.news).anyMatch(it -> it instanceof IdentityChanged changed && changed.kind() == IdentityChanged.Kind.PERSON_SPLIT);
    }

    @Test
    void keepsThePersonWhenTheOnlyRecordIsCorrected() {
        borough.link(missing("M1").about(aChild().born("2018-04-02")));
        String person = borough.person("M1/CHILD/0");

        borough.link(missing("M1").version(2).about(aChild()));

        assertThat(borough.person("M1/CHILD/0")).isEqualTo(person);
        assertThat(borough.count("person")).isEqualTo(1);
    }

    @Test
    void makesANewPersonWhenThePlaceNamesSomebodyElse() {
        borough.link(school("S1").about(aChild()).parent(Relationship.PARENT, named("Ngozi Okafor")));
        String mother = borough.person("S1/PARENT/0");

        borough.link(school("S1").about(aChild()).parent(Relationship.PARENT, named("Emeka Okafor")));

        assertThat(borough.person("S1/PARENT/0")).isNotEqualTo(mother);
        assertThat(borough.families()).hasSize(1);
    }

    @Test
    void mergesTwoPeopleFoundToBeOne() {
        borough.link(school("S1").about(aChild().upn("N999400122002")));
        borough.link(health("H1").about(aChild().forenames("Chichi").homeless().nhs("9990000018")));
        String older = borough.person("S1/PUPIL/0");
        borough.link(missing("M1").about(aChild().knownAs("Chichi").upn("N999400122002").nhs("9990000018")));

        assertThat(borough.people()).hasSize(1);
        assertThat(borough.person("H1/CHILD/0")).isEqualTo(older);
        assertThat(borough.news.stream().filter(IdentityChanged.class::isInstance).map(it -> ((IdentityChanged) it).kind()))
                .contains(IdentityChanged.Kind.PERSON_MERGED, IdentityChanged.Kind.FAMILY_MERGED);
        assertThat(borough.sql.sql("SELECT count(*) FROM family WHERE gone_into IS NULL").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void writesOneReceivedActAPersonAndAMatchedActAJoin() {
        borough.link(school("S1").about(aChild()).parent(Relationship.MOTHER, named("Ngozi Okafor")));
        borough.link(health("H1").about(aChild()));

        assertThat(borough.acts.stream().map(act -> act.kind() + " " + act.agency()))
                .containsExactly("RECEIVED avonford-schools", "RECEIVED avonford-schools", "RECEIVED avonford-health", "MATCHED avonford-health");
    }

    @Test
    void doesNothingWhenNothingWaits() {
        borough.link(school("S1").about(aChild()));
        borough.acts.clear();
        borough.news.clear();
        borough.sql.sql("DELETE FROM family_work").update();

        borough.link();

        assertThat(List.of(borough.acts, borough.news)).containsOnly(List.of());
        assertThat(borough.count("family_work")).isZero();
    }

    @Test
    void keepsLinksWhenOnlyFactsChanged() {
        borough.link(school("S1").about(aChild()), health("H1").about(aChild()));
        long events = borough.count("identity_event");
        borough.sql.sql("DELETE FROM family_work").update();

        borough.link(school("S1").about(aChild()));

        assertThat(borough.count("identity_event")).isEqualTo(events);
        assertThat(borough.count("family_work")).isEqualTo(1);
    }

    @Test
    void knowsTheMotherWhomAHealthRecordNamesAsItsPatient() {
        borough.link(health("H1").about(named("Hannah Doyle").born("1998-03-27").at("31 Gorse Close", "ZZ99 5WA")));
        borough.link(school("S1").about(named("Tom Doyle").born("2020-01-05").at("31 Gorse Close", "ZZ99 5WA"))
                .parent(Relationship.MOTHER, named("Hannah Doyle")));

        assertThat(borough.person("S1/PARENT/0")).isEqualTo(borough.person("H1/CHILD/0"));
        assertThat(borough.families()).containsExactly(Set.of("H1/CHILD/0", "S1/PUPIL/0", "S1/PARENT/0"));
    }

    @Test
    void keepsThePersonWhoseMentionWasWrittenAnew() {
        borough.link(missing("M1").about(aChild()));
        String person = borough.person("M1/CHILD/0");
        borough.sql.sql("DELETE FROM mention").update();

        borough.link(missing("M1").about(aChild().at("9 Far Lane", "ZZ99 7AB")));

        assertThat(borough.person("M1/CHILD/0")).isEqualTo(person);
        assertThat(borough.count("person")).isEqualTo(1);
    }
}
