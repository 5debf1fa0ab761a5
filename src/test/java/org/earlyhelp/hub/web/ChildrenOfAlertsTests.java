package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.List;
import org.earlyhelp.hub.identity.PersonMaker;
import org.earlyhelp.hub.identity.PersonRestrictions;
import org.earlyhelp.hub.identity.RecordMaker;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom the message about an alert names, whatever the order in which the files came. */
class ChildrenOfAlertsTests extends FrontDoorTest {
    @Autowired
    private PersonRestrictions restrictions;

    private static PersonMaker max() {
        return named("Max Quill").born("2016-08-09").at("3 Low Row", "ZZ99 3AB");
    }

    private static RecordMaker notice() {
        return missingAndBack("M1", "2026-11-01").about(zoe());
    }

    private static RecordMaker schoolOf(PersonMaker pupil, String ref) {
        return school(ref).about(pupil).parent(Relationship.MOTHER, ida());
    }

    /** Whom the last message to early help names, after these files one by one. */
    private List<String> namedAfter(RecordMaker... inOrder) {
        emptied();
        for (RecordMaker record : inOrder) {
            receive(record);
        }
        return whoIsNamed();
    }

    private List<String> whoIsNamed() {
        return sql.sql("""
                SELECT summary ->> 'forenames' FROM person WHERE ref IN (SELECT jsonb_array_elements(newest.body -> 'data' -> 'children') ->> 'person'
                    FROM (SELECT body::jsonb AS body FROM outbox WHERE queue = 'frontdoor.early-help' ORDER BY ordinal DESC LIMIT 1) newest) ORDER BY 1""")
                .query(String.class).list();
    }

    private List<String> told() {
        return sql.sql("SELECT type FROM outbox WHERE queue = 'frontdoor.early-help' ORDER BY ordinal").query(String.class).list();
    }

    @Test
    void isTheSameInEveryOrder() {
        assertThat(namedAfter(schoolOf(zoe(), "S1"), schoolOf(max(), "S2"), notice())).containsExactly("Max", "Zoe");
        assertThat(namedAfter(schoolOf(zoe(), "S1"), notice(), schoolOf(max(), "S2"))).containsExactly("Max", "Zoe");
        assertThat(namedAfter(notice(), schoolOf(max(), "S2"), schoolOf(zoe(), "S1"))).containsExactly("Max", "Zoe");
        assertThat(told()).containsExactly("earlyhelp.alert.raised.v1", "earlyhelp.alert.updated.v1");
    }

    @Test
    void oneFileOfSeveralIsOneUpdate() {
        namedAfter(schoolOf(zoe(), "S1"), notice());
        PersonMaker ben = named("Ben Quill").born("2018-01-30").at("3 Low Row", "ZZ99 3AB");
        receive(schoolOf(max(), "S2"), schoolOf(ben, "S3"));

        assertThat(whoIsNamed()).containsExactly("Ben", "Max", "Zoe");
        assertThat(told()).hasSize(2);
    }

    @Test
    void theSameFilesAgainTellNothing() {
        namedAfter(schoolOf(zoe(), "S1"), notice(), schoolOf(max(), "S2"));
        receive(schoolOf(max(), "S2"));
        receive(schoolOf(zoe(), "S1"), notice());

        assertThat(told()).containsExactly("earlyhelp.alert.raised.v1", "earlyhelp.alert.updated.v1");
    }

    @Test
    void whoMovesAwayIsNamedNoMore() {
        namedAfter(schoolOf(zoe(), "S1"), notice(), schoolOf(max(), "S2"));
        PersonMaker karlElsewhere = karl();
        receive(school("S2").on("2026-11-20").about(named("Max Quill").born("2016-08-09").at("8 Far Hill", "ZZ99 7CD")).parent(Relationship.FATHER, karlElsewhere));

        assertThat(familyOf("Quill", "Max")).isNotEqualTo(familyOf("Quill", "Zoe"));
        assertThat(whoIsNamed()).containsExactly("Zoe");
        assertThat(told()).hasSize(3);
    }

    @Test
    void aFamilyKeptApartInDoubtIsNotNamed() {
        PersonMaker ada = ada().upn(UPN);
        PersonMaker ben = named("Ben Lowe").born("2018-01-30").at("9 Far Lane", "ZZ99 7AB");
        namedAfter(schoolOf(zoe().upn(UPN), "S1"), notice());
        receive(school("S2").about(ada).parent(Relationship.FATHER, karl().at("9 Far Lane", "ZZ99 7AB")));
        receive(school("S3").about(ben).parent(Relationship.FATHER, karl().at("9 Far Lane", "ZZ99 7AB")));

        assertThat(familyOf("Lowe", "Ben")).isEqualTo(familyOf("Lowe", "Ada"));
        assertThat(reviews.asked(1)).isNotEmpty();
        assertThat(whoIsNamed()).containsExactly("Zoe");
        assertThat(told()).containsExactly("earlyhelp.alert.raised.v1");
    }

    @Test
    void aHiddenBrotherHidesThePlaceAsIfKnownBefore() {
        RecordMaker hidden = schoolOf(named("Max Quill").born("2016-08-09").hiddenAt("3 Low Row", "ZZ99 3AB"), "S2");
        namedAfter(schoolOf(zoe(), "S1"), notice(), hidden);

        assertThat(whoIsNamed()).containsExactly("Max", "Zoe");
        assertThat(sql.sql("SELECT body::jsonb -> 'data' ->> 'locality' FROM outbox WHERE queue = 'frontdoor.early-help' ORDER BY ordinal").query(String.class).list())
                .containsExactly("harbour", "withheld");
    }

    @Test
    void aRestrictedBrotherIsNamedAsIfKnownBefore() {
        namedAfter(schoolOf(max(), "S2"));
        restrictions.restrict("RR-1", refOf("Quill", "Max"));
        receive(schoolOf(zoe(), "S1"));
        receive(notice());
        List<String> before = whoIsNamed();

        namedAfter(schoolOf(zoe(), "S1"), notice(), schoolOf(max(), "S2"));
        restrictions.restrict("RR-1", refOf("Quill", "Max"));
        assess();
        assertThat(whoIsNamed()).isEqualTo(before).containsExactly("Max", "Zoe");
    }

    @Test
    void thePageSaysWhoIsNew() {
        namedAfter(schoolOf(zoe(), "S1"), notice());
        String alert = newestAlert();
        assertThat(page("front-door", "/alerts/" + alert)).doesNotContain("were not named then");
        receive(schoolOf(max(), "S2"));

        assertThat(page("front-door", "/inbox")).contains("New information");
        assertThat(page("front-door", "/alerts/" + alert)).contains("New since you looked").contains("Children who were not named then: Max Quill.")
                .contains("A child was added to the family since this alert was last told.").contains("Version 2: a child joined the family or left it")
                .doesNotContain("No fact is new");
    }
}
