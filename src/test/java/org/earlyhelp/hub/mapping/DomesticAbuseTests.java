package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Answer;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Exposure;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Grade;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Kind;
import org.earlyhelp.hub.person.DomesticAbuseReferral.SafeContact;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Source;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Tool;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomesticAbuseTests {
    private static final String REFERRAL = """
            [{"referralRef": "SH-1", "source": "IDVA", "occurredAt": "2026-11-18T21:30:00",
              "tool": {"name": "DASH", "version": "2009", "ticks": 11, "grade": "MEDIUM", "judgedBy": "IDVA"}, "maracReferred": true,
              "victim": {"surname": "Reed", "forenames": "Ann", "safeToContact": {"answer": "YES", "how": "text", "when": "mornings"}},
              "allegedPerpetrator": {"surname": "Cole", "forenames": "Max", "relationshipToVictim": "ex-partner"},
              "children": [{"surname": "Reed", "forenames": "Sam", "exposure": "HEARD"}, {"ageYears": 4}, {"surname": "Reed", "forenames": "Kit"}],
              "narrative": "Long text."}]
            """;
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Referrals>
              <Referral ref="RH-0001" version="2" kind="CORRECTION">
                <Occurred>2026-11-18T21:30:00</Occurred>
                <Assessment tool="DASH" version="2009" ticks="11" grade="Medium" judgedBy="Support worker"/>
                <Marac>no</Marac>
                <Victim ref="C-18"><Surname>Reed</Surname><Forenames>Ann</Forenames><BirthDate>1990-02-01</BirthDate><Sex>F</Sex>
                  <Address confidential="yes"><Line>9 Hidden Way</Line><Town>Avonford</Town><Postcode>ZZ99 7AA</Postcode></Address>
                  <SafeContact answer="NO" how="text" when="weekday mornings"/></Victim>
                <AllegedPerpetrator relationship="ex-partner"><Surname>Cole</Surname><Forenames>Max</Forenames></AllegedPerpetrator>
                <Children><Child exposure="In household"><Surname>Reed</Surname><Forenames>Sam</Forenames></Child>
                  <Child exposure="Saw"><Surname>Reed</Surname><Forenames>Kit</Forenames><Address><Line>1 Mill Lane</Line><Postcode>ZZ99 1AA</Postcode></Address></Child></Children>
                <Narrative>Long text.</Narrative>
              </Referral>
            </Referrals>
            """;

    private static DomesticAbuseReferral with(String good, String bad) {
        assertThat(REFERRAL).contains(good);
        return (DomesticAbuseReferral) Try.notice("domestic-abuse", REFERRAL.replace(good, bad)).fact();
    }

    @Test
    void readsAReferral() {
        Notice notice = Try.notice("domestic-abuse", REFERRAL);

        assertThat(notice.fact()).isEqualTo(new DomesticAbuseReferral(Kind.INITIAL, Source.IDVA, Instant.parse("2026-11-18T21:30:00Z"),
                new Tool("DASH", "2009", 11, Grade.MEDIUM, "IDVA"), true, new SafeContact(Answer.YES, "text", "mornings"),
                List.of(Exposure.HEARD, Exposure.UNKNOWN), "ex-partner"));
        assertThat(notice.mentions()).extracting(mention -> mention.role() + " " + mention.index() + " " + mention.person().forenames())
                .containsExactly("VICTIM 0 Ann", "ALLEGED_PERPETRATOR 0 Max", "CHILD 0 Sam", "CHILD 1 Kit");
        assertThat(notice.freeText()).isEqualTo(Map.of("narrative", "Long text."));
        assertThat(notice.version()).isEqualTo(1);
    }

    @Test
    void readsAnXmlReferralOfAnotherService() {
        Notice notice = Try.notice("domestic-abuse-xml", XML);

        assertThat(notice.fact()).isEqualTo(new DomesticAbuseReferral(Kind.CORRECTION, Source.SERVICE, Instant.parse("2026-11-18T21:30:00Z"),
                new Tool("DASH", "2009", 11, Grade.MEDIUM, "Support worker"), false, new SafeContact(Answer.NO, "text", "weekday mornings"),
                List.of(Exposure.IN_HOUSEHOLD, Exposure.SAW), "ex-partner"));
        assertThat(notice).extracting(Notice::sourceRef, Notice::version, Notice::correction).containsExactly("RH-0001", 2, true);
    }

    @Test
    void givesAChildTheVictimsHiddenAddressUnlessItHasItsOwn() {
        Notice notice = Try.notice("domestic-abuse-xml", XML);
        Address hidden = new Address("9 Hidden Way", null, "Avonford", "ZZ99 7AA", null, Disclosure.HIDDEN);

        assertThat(notice.mentions()).extracting(Mention::role).containsExactly(Role.VICTIM, Role.ALLEGED_PERPETRATOR, Role.CHILD, Role.CHILD);
        assertThat(notice.mentions()).extracting(mention -> mention.person().address())
                .containsExactly(hidden, null, hidden, new Address("1 Mill Lane", null, null, "ZZ99 1AA", null, null));
    }

    @ParameterizedTest
    @CsvSource({"yes, HIDDEN", "no, NORMAL", "maybe, HIDDEN"})
    void hidesWhateverIsNotPlainlyOpen(String confidential, Disclosure expected) {
        Notice notice = Try.notice("domestic-abuse-xml", XML.replace("confidential=\"yes\"", "confidential=\"" + confidential + "\""));
        assertThat(notice.mentions().get(0).person().address().disclosure()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, YES", "false, NO", "'\"UNKNOWN\"', UNKNOWN", "'\"perhaps\"', UNKNOWN", "'{\"how\":\"text\"}', UNKNOWN"})
    void readsAPlainAnswerOnSafeContact(String sent, Answer expected) {
        assertThat(with("{\"answer\": \"YES\", \"how\": \"text\", \"when\": \"mornings\"}", sent).safeContact().answer()).isEqualTo(expected);
    }

    @Test
    void takesAReferralThatNamesNoChild() {
        Notice notice = Try.notice("domestic-abuse", "{\"referralRef\":\"A\",\"occurredAt\":\"2026-11-18\",\"victim\":{\"surname\":\"Reed\"}}");
        assertThat(notice.mentions()).extracting(Mention::role).containsExactly(Role.VICTIM);
        assertThat(((DomesticAbuseReferral) notice.fact()).tool()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'{\"occurredAt\":\"2026-11-18\",\"victim\":{\"surname\":\"Reed\"}}', referralRef",
            "'{\"referralRef\":\"A\",\"victim\":{\"surname\":\"Reed\"}}', occurredAt",
            "'{\"referralRef\":\"A\",\"occurredAt\":\"2026-11-18\"}', victim"})
    void rejectsOnlyWithoutReferenceDateOrPerson(String file, String field) {
        assertThat(Try.faults(Try.one("domestic-abuse", file))).containsExactly("ERROR " + field + " MISSING_FIELD");
    }

    @Test
    void keepsAGradeThatTheTicksDoNotBear() {
        assertThat(with("\"ticks\": 11, \"grade\": \"MEDIUM\"", "\"ticks\": 2, \"grade\": \"HIGH\"").tool())
                .isEqualTo(new Tool("DASH", "2009", 2, Grade.HIGH, "IDVA"));
    }

    @Test
    void tellsOfAChildWithoutAName() {
        assertThat(Try.notice("domestic-abuse", REFERRAL).notes()).containsExactly("a person (child) is mentioned without a name");
    }
}
