package org.earlyhelp.hub.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.sharing.SharingMakers.ask;
import static org.earlyhelp.hub.sharing.SharingMakers.person;
import static org.earlyhelp.hub.sharing.SharingMakers.shippedBook;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.sharing.Agreements;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.SharingMakers.Ask;
import org.junit.jupiter.api.Test;

class SubjectLawTests {
    private static final Recipient WHO_ASKED = Recipient.subject("RR-7Q2MXA", "i.auditor");
    private static final Recipient OFFICER = Recipient.role("ig", "i.auditor");
    private static final Agreements AGREEMENTS = shippedBook();

    @Test
    void givesAPersonWhatAnyAgencyStated() {
        Decision decision = decide(ask(WHO_ASKED).purpose(Purpose.RIGHTS).because("RR-7Q2MXA").about(person("P-1").field("phone", DataClass.CONTACT, "avonford-schools")
                .field("finding", DataClass.HEALTH, "unheard-of").field("circumstances", DataClass.FREE_TEXT, "avonford-police")));

        assertThat(decision.isRefused()).isFalse();
        assertThat(decision.parts()).allSatisfy(part -> assertThat(part.withheld()).isEmpty());
        assertThat(decision.parts()).allSatisfy(part -> assertThat(part.terms().agreement().id()).isEqualTo(SubjectLaw.ID));
    }

    @Test
    void neverGivesThePlaceOfAHiddenPersonNorWhoIsAlleged() {
        Decision decision = decide(ask(WHO_ASKED).purpose(Purpose.RIGHTS).about(person("P-1").hidden().field("address", DataClass.ADDRESS, "avonford-schools")
                .field("place", DataClass.RESTRICTED_PLACE, "avonford-health").field("alleged", DataClass.ALLEGATION, "avonford-police")));

        assertThat(decision.isRefused()).isTrue();
        assertThat(decision.refusal()).contains(FieldRules.HIDDEN).contains(FieldRules.ALLEGED);
    }

    @Test
    void neverGivesARestrictedPlaceThoughNobodyHidIt() {
        assertThat(why(ask(WHO_ASKED).purpose(Purpose.RIGHTS).about(person("P-1").field("refuge", DataClass.RESTRICTED_PLACE, "safe-haven")))).isEqualTo(FieldRules.PAGES_ONLY);
    }

    @Test
    void givesNothingOfASealedIdentity() {
        assertThat(why(ask(WHO_ASKED).purpose(Purpose.RIGHTS).about(person("P-1").sealed().field("fact", DataClass.EDUCATION, "avonford-schools")))).isEqualTo(FieldRules.SEALED);
    }

    @Test
    void servesTheRightsOfAPersonAndNothingElse() {
        for (Purpose purpose : List.of(Purpose.EARLY_HELP, Purpose.GOVERNANCE, Purpose.SAFEGUARDING)) {
            assertThat(why(ask(WHO_ASKED).purpose(purpose).about(person("P-1").field("fact", DataClass.EDUCATION, "avonford-schools")))).isEqualTo(FieldRules.RIGHTS_ONLY);
        }
    }

    @Test
    void letsWhoPreparesTheAnswerReadItWithAReasonOnly() {
        assertThat(why(ask(OFFICER).purpose(Purpose.RIGHTS).because("RR-7Q2MXA").about(person("P-1").field("phone", DataClass.CONTACT, "avonford-schools")))).isNull();
        assertThat(why(ask(OFFICER).purpose(Purpose.RIGHTS).about(person("P-1").field("phone", DataClass.CONTACT, "avonford-schools")))).isEqualTo(FieldRules.REASON_NEEDED);
        assertThat(why(ask(Recipient.role("operator", "o.ops")).purpose(Purpose.RIGHTS).because("RR-7Q2MXA")
                .about(person("P-1").field("phone", DataClass.CONTACT, "avonford-schools")))).isEqualTo(FieldRules.OTHER_PURPOSE);
    }

    private static Decision decide(Ask request) {
        return DisclosurePolicy.decide(request.made(), AGREEMENTS, LocalDate.of(2026, 11, 23));
    }

    private static String why(Ask request) {
        return decide(request).parts().stream().flatMap(part -> part.withheld().stream()).map(Decision.Held::why).findFirst().orElse(null);
    }
}
