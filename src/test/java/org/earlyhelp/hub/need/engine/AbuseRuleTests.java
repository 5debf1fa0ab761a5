package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.earlyhelp.hub.need.engine.AFamily.POLICE;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;
import static org.earlyhelp.hub.need.engine.AFamily.codes;
import static org.earlyhelp.hub.need.engine.Reports.abuse;

import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Grade;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbuseRuleTests {
    private static final DomesticAbuseReferral RECENT = abuse("2026-11-18T20:00:00Z", Grade.MEDIUM);

    /** Ana and Ben live with Mia; Dan is their father and lives elsewhere. */
    private static AFamily miasHome() {
        return aFamily().child("ana", "2016-02-14").child("ben", "2018-02-14").adult("mia").outsider("dan")
                .parent("mia", "ana", true, true).parent("mia", "ben", true, true).parent("dan", "ana", false, true).parent("dan", "ben", false, true);
    }

    private static AFamily refer(AFamily family, DomesticAbuseReferral referral, HeldRecord.Mentioned... mentions) {
        return family.says(POLICE, "D1", 1, referral, mentions);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-23T01:00:00Z, true", "2025-11-22T23:00:00Z, false"})
    void countsReferralsOfAYear(String occurredAt, boolean holds) {
        AFamily family = aFamily().child("ana", "2016-02-14").says(POLICE, "D1", abuse(occurredAt, Grade.MEDIUM), "ana");

        assertThat(codes(family.now()).contains("DOMESTIC_ABUSE")).isEqualTo(holds);
    }

    @Test
    void linksTheVictimToHerChildrenWhereTheReferralNamesNone() {
        AFamily family = miasHome();
        refer(family, RECENT, family.mention(Role.VICTIM, "mia", "CERTAIN"), family.mention(Role.ALLEGED_PERPETRATOR, "dan", "CERTAIN"));

        assertThat(family.now().needs()).extracting(Need::person, Need::fact).containsExactly(
                tuple("P-ana", "The referral named no child; the hub links the victim to 2 children"),
                tuple("P-ben", "The referral named no child; the hub links the victim to 2 children"));
    }

    @Test
    void linksASiblingTheReferralDoesNotName() {
        AFamily family = miasHome();
        refer(family, RECENT, family.mention(Role.VICTIM, "mia", "CERTAIN"), family.mention(Role.CHILD, "ana", "CERTAIN"));

        assertThat(family.now().needs()).extracting(Need::fact).containsExactly("Named in a domestic-abuse referral",
                "The referral did not name this child; the hub links the victim to 1 child");
    }

    @ParameterizedTest
    @CsvSource({"CERTAIN, true, true", "NEW, true, true", "PROBABLE, true, false", "REVIEW, true, false", "CERTAIN, false, false"})
    void asksForCertainLinksToTheParent(String match, boolean kinshipCertain, boolean holds) {
        AFamily family = aFamily().child("ana", "2016-02-14").adult("mia").parent("mia", "ana", true, kinshipCertain);
        refer(family, RECENT, family.mention(Role.VICTIM, "mia", match));

        assertThat(codes(family.now()).contains("DOMESTIC_ABUSE")).isEqualTo(holds);
    }

    @Test
    void tellsTheAllegedPersonsOtherHomeNothingOfTheVictim() {
        AFamily family = aFamily().child("rory", "2022-02-14").adult("dan").outsider("mia").parent("dan", "rory", true, true);
        refer(family, RECENT, family.mention(Role.VICTIM, "mia", "CERTAIN"), family.mention(Role.ALLEGED_PERPETRATOR, "dan", "CERTAIN"));

        assertThat(family.now().needs()).extracting(Need::fact).containsExactly("The referral named no child; the hub links the alleged perpetrator to 1 child");
    }

    @Test
    void namesNeitherRoleWhereTheChildLivesWithTheAllegedParent() {
        AFamily family = aFamily().child("ana", "2016-02-14").adult("dan").outsider("mia").parent("dan", "ana", true, true).parent("mia", "ana", false, true);
        refer(family, RECENT, family.mention(Role.VICTIM, "mia", "CERTAIN"), family.mention(Role.ALLEGED_PERPETRATOR, "dan", "CERTAIN"));

        assertThat(family.now().needs()).extracting(Need::fact).containsExactly("The referral named no child; the hub links it to 1 child");
    }

    @Test
    void countsAFlaggedEpisode() {
        AFamily family = aFamily().child("ana", "2012-02-14").says(POLICE, "N1", Reports.missing("2026-01-18T20:00:00Z", RiskGrade.LOW, RiskFlag.DOMESTIC_ABUSE), "ana");

        assertThat(family.now().needs()).extracting(Need::fact).containsExactly("A missing-child notice names a risk of domestic abuse");
    }

    @Test
    void gradesThreeReportsInNinetyDaysAsRepeat() {
        AFamily family = aFamily().child("ana", "2012-02-14").says(POLICE, "D1", abuse("2026-08-25T20:00:00Z", Grade.STANDARD), "ana")
                .says("safe-haven", "D1", abuse("2026-09-25T20:00:00Z", Grade.STANDARD), "ana")
                .says(POLICE, "D2", abuse("2026-11-10T20:00:00Z", Grade.STANDARD), "ana");

        assertThat(codes(family.now())).containsExactly("DOMESTIC_ABUSE/REPEAT");
        assertThat(codes(family.on("2026-11-24"))).containsExactly("DOMESTIC_ABUSE");
    }

    @Test
    void countsACancelledReferralNowhere() {
        AFamily family = aFamily().child("ana", "2012-02-14").says(POLICE, "D1", abuse("2026-11-18T20:00:00Z", Grade.HIGH), "ana");
        assertThat(family.now().level()).isEqualTo(4);

        family.says(POLICE, "D1", 2, abuse(DomesticAbuseReferral.Kind.CANCELLED, "2026-11-18T20:00:00Z", Grade.HIGH, true), family.mention(Role.CHILD, "ana", "CERTAIN"));
        assertThat(family.now().level()).isEqualTo(1);
    }

    @Test
    void looksAgainOnlyWhenSomethingEnds() {
        AFamily family = aFamily().child("ana", "2012-02-14").says(POLICE, "D1", abuse("2026-11-18T20:00:00Z", Grade.MEDIUM), "ana");

        assertThat(family.now().lookAgainAt()).isEqualTo("2027-11-19T00:00:00Z");
    }
}
