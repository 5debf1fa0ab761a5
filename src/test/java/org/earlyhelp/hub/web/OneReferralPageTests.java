package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.List;
import org.earlyhelp.hub.identity.PersonMaker;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A referral names Zoe at home and Bo at an address where no record knows a carer: one alert, found from both. */
class OneReferralPageTests extends FrontDoorTest {
    private static PersonMaker bo() {
        return named("Bo Quill").born("2017-09-14").at("40 Old Street", "ZZ99 3XY");
    }

    @BeforeEach
    void refer() {
        receive(school("S1").about(zoe()).parent(Relationship.PARENT, named("Ida Quill").phone("01632 960111")));
        receive(abuse("D1", SATURDAY_NIGHT, TEXT_ONLY).about(zoe()).about(bo()).victim(ida()).alleged(karl()));
    }

    private List<String> openAlerts() {
        return sql.sql("SELECT ref FROM alert WHERE status = 'RAISED'").query(String.class).list();
    }

    @Test
    void listsBothChildrenOnOnePage() {
        assertThat(openAlerts()).hasSize(1);
        assertThat(familyOf("Quill", "Bo")).isNotEqualTo(familyOf("Quill", "Zoe"));
        assertThat(as("front-door").get("/alerts/" + openAlerts().get(0)).body()).contains("Zoe Quill", "Bo Quill", familyOf("Quill", "Bo")).doesNotContain("Karl");
    }

    @Test
    void isFoundOnThePageOfTheOtherFamily() {
        assertThat(as("front-door").get("/families/" + familyOf("Quill", "Bo")).body()).contains(openAlerts().get(0)).doesNotContain("Karl");
    }

    @Test
    void somethingOfTheOtherChildsOwnRaises() {
        receive(missingAndBack("M1", "2026-11-20").about(bo()));

        assertThat(openAlerts()).hasSize(2);
    }
}
