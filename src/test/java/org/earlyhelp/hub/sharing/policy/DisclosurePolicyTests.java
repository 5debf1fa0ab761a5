package org.earlyhelp.hub.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.sharing.DataClass.ADDRESS;
import static org.earlyhelp.hub.sharing.DataClass.ALLEGATION;
import static org.earlyhelp.hub.sharing.DataClass.CONTACT;
import static org.earlyhelp.hub.sharing.DataClass.DOMESTIC_ABUSE;
import static org.earlyhelp.hub.sharing.DataClass.EDUCATION;
import static org.earlyhelp.hub.sharing.DataClass.FREE_TEXT;
import static org.earlyhelp.hub.sharing.DataClass.HEALTH;
import static org.earlyhelp.hub.sharing.DataClass.IDENTITY;
import static org.earlyhelp.hub.sharing.DataClass.MISSING;
import static org.earlyhelp.hub.sharing.SharingMakers.TODAY;
import static org.earlyhelp.hub.sharing.SharingMakers.ask;
import static org.earlyhelp.hub.sharing.SharingMakers.person;
import static org.earlyhelp.hub.sharing.SharingMakers.shippedBook;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.Agreement.Standing;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Agreements;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.SharingMakers.Ask;
import org.earlyhelp.hub.sharing.SharingMakers.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosurePolicyTests {
    private static final LocalDate LAPSED = LocalDate.of(2031, 1, 1);
    private static final LocalDate NOT_BEGUN = LocalDate.of(2025, 1, 1);
    private static final Recipient EARLY_HELP = Recipient.queue("frontdoor.early-help");
    private static final Recipient FRONT_DOOR = Recipient.role("front-door", "front-door");
    private static final List<Recipient> EVERYONE = List.of(EARLY_HELP, Recipient.queue("frontdoor.first-contact"), FRONT_DOOR,
            Recipient.role("manager", "m"), Recipient.role("steward", "s"), Recipient.role("ig", "i"), Recipient.role("operator", "o"),
            Recipient.agency("avonford-police"), Recipient.export("links", "s"), Recipient.export("alerts", "i"));

    private static final List<DisclosedField> PLACES = List.of(new DisclosedField("address", ADDRESS, "avonford-schools"),
                new DisclosedField("place", DataClass.RESTRICTED_PLACE, "avonford-schools"), new DisclosedField("mobile", CONTACT, "avonford-schools"),
                new DisclosedField("postcode", IDENTITY, "avonford-schools"), new DisclosedField("urn", EDUCATION, "avonford-schools"),
                new DisclosedField("school", EDUCATION, "avonford-schools"), new DisclosedField("locality", IDENTITY, null),
                new DisclosedField("agency", IDENTITY, "safe-haven"), new DisclosedField("evidence", DOMESTIC_ABUSE, "rowan-house"));

    private final AgreementBook book = shippedBook();

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(EARLY_HELP, Purpose.EARLY_HELP, EDUCATION, "avonford-schools", null),
                Arguments.of(EARLY_HELP, Purpose.EARLY_HELP, HEALTH, "avonford-schools", FieldRules.OTHER_CLASS),
                Arguments.of(EARLY_HELP, Purpose.OPERATION, EDUCATION, "avonford-schools", FieldRules.OTHER_PURPOSE),
                Arguments.of(EARLY_HELP, Purpose.EARLY_HELP, CONTACT, "avonford-schools", FieldRules.PAGES_ONLY),
                Arguments.of(EARLY_HELP, Purpose.EARLY_HELP, FREE_TEXT, "avonford-police", FieldRules.PAGES_ONLY),
                Arguments.of(EARLY_HELP, Purpose.EARLY_HELP, IDENTITY, null, null),
                Arguments.of(FRONT_DOOR, Purpose.EARLY_HELP, ADDRESS, "avonford-schools", null),
                Arguments.of(FRONT_DOOR, Purpose.EARLY_HELP, FREE_TEXT, "avonford-police", FieldRules.REASON_NEEDED),
                Arguments.of(Recipient.role("steward", "s"), Purpose.MATCHING, ADDRESS, "avonford-schools", null),
                Arguments.of(Recipient.role("steward", "s"), Purpose.MATCHING, EDUCATION, "avonford-schools", FieldRules.OTHER_CLASS),
                Arguments.of(Recipient.role("ig", "i"), Purpose.GOVERNANCE, EDUCATION, "avonford-schools", FieldRules.REASON_NEEDED),
                Arguments.of(Recipient.role("operator", "o"), Purpose.OPERATION, IDENTITY, "avonford-schools", FieldRules.REASON_NEEDED),
                Arguments.of(Recipient.role("somebody", "x"), Purpose.EARLY_HELP, IDENTITY, "avonford-schools", FieldRules.NOT_NAMED),
                Arguments.of(Recipient.agency("avonford-police"), Purpose.OUTCOME_TO_REFERRER, IDENTITY, "avonford-police", null),
                Arguments.of(Recipient.agency("avonford-police"), Purpose.OUTCOME_TO_REFERRER, IDENTITY, "safe-haven", FieldRules.NOT_NAMED),
                Arguments.of(Recipient.agency("avonford-schools"), Purpose.OUTCOME_TO_REFERRER, IDENTITY, "avonford-schools", FieldRules.NOT_NAMED),
                Arguments.of(Recipient.export("links", "s"), Purpose.GOVERNANCE, IDENTITY, "avonford-health", null),
                Arguments.of(Recipient.export("links", "s"), Purpose.GOVERNANCE, HEALTH, "avonford-health", FieldRules.OTHER_CLASS));
    }

    @ParameterizedTest
    @MethodSource("table")
    void followsTheAgreement(Recipient recipient, Purpose purpose, DataClass dataClass, String agency, String why) {
        Ask ask = ask(recipient).purpose(purpose).about(person("P-1").field("field", dataClass, agency));

        assertThat(whyWithheld(decide(ask, TODAY))).isEqualTo(why);
    }

    @Test
    void letsTheRestGoWhenAFieldStays() {
        Decision decision = decide(ask(EARLY_HELP).about(person("P-1").field("fact", MISSING, "avonford-police")
                .field("phone", CONTACT, "avonford-police")), TODAY);

        assertThat(decision.isRefused()).isFalse();
        assertThat(decision.parts()).singleElement().satisfies(part -> {
            assertThat(part.allowed()).extracting(DisclosedField::name).containsExactly("fact");
            assertThat(part.withheld()).extracting(held -> held.field().name()).containsExactly("phone");
        });
    }

    @Test
    void makesAPartForEachPersonAndAgency() {
        Decision decision = decide(ask(EARLY_HELP)
                .about(person("P-1").field("a", MISSING, "avonford-police").field("b", EDUCATION, "avonford-schools"))
                .about(person("P-2").field("a", MISSING, "avonford-police")), TODAY);

        assertThat(decision.parts()).extracting(part -> part.subject().person() + " " + part.sourceAgency())
                .containsExactly("P-1 avonford-police", "P-1 avonford-schools", "P-2 avonford-police");
    }

    @Test
    void holdsOrdinaryDataOnceTheAgreementHasLapsed() {
        Decision decision = decide(ask(EARLY_HELP).about(person("P-1").field("fact", EDUCATION, "avonford-schools")), LAPSED);

        assertThat(decision.refusal()).isEqualTo("Nothing of this may be shown or sent: no agreement with the agency is in force.");
    }

    @Test
    void tellsOfDangerThoughTheAgreementHasLapsed() {
        Ask levelFour = ask(Recipient.queue("frontdoor.first-contact")).level(4).about(person("P-1").field("fact", EDUCATION, "avonford-schools"));
        Ask missing = ask(EARLY_HELP).about(person("P-1").field("fact", MISSING, "avonford-police"));
        Ask abuse = ask(FRONT_DOOR).about(person("P-1").field("fact", DOMESTIC_ABUSE, "safe-haven"));

        assertThat(List.of(levelFour, missing, abuse)).allSatisfy(ask -> {
            Decision decision = decide(ask, LAPSED);
            assertThat(decision.isRefused()).isFalse();
            assertThat(decision.parts().get(0).terms().inForce()).isFalse();
            assertThat(decision.parts().get(0).terms().standing()).isEqualTo(Standing.LAPSED);
        });
    }

    @Test
    void tellsOfDangerThoughTheAgencyHasNoAgreement() {
        Decision decision = decide(ask(EARLY_HELP).level(4).about(person("P-1").field("fact", HEALTH, "unheard-of")), TODAY);

        assertThat(decision.isRefused()).isFalse();
        assertThat(decision.parts().get(0).terms().agreement().id()).isEqualTo("HUB-AVONFORD-1");
    }

    @Test
    void exportsNothingWithoutAnAgreement() {
        Ask ask = ask(Recipient.export("alerts", "i")).purpose(Purpose.GOVERNANCE).level(4).about(person("P-1").field("fact", MISSING, "avonford-police"));

        assertThat(decide(ask, LAPSED).isRefused()).isTrue();
    }

    @Test
    void disclosesNothingBeforeAnAgreementBegins() {
        Ask ask = ask(EARLY_HELP).level(4).about(person("P-1").field("fact", MISSING, "avonford-police"));

        assertThat(decide(ask, NOT_BEGUN).isRefused()).isTrue();
    }

    static Stream<Arguments> placesByRecipient() {
        return EVERYONE.stream().flatMap(recipient -> PLACES.stream().map(place -> Arguments.of(recipient, place)));
    }

    @ParameterizedTest
    @MethodSource("placesByRecipient")
    void neverTellsAHiddenPlace(Recipient recipient, DisclosedField place) {
        for (Purpose purpose : Purpose.values()) {
            Decision decision = decide(ask(recipient).purpose(purpose).level(4).because("a reason")
                    .about(person("P-1").hidden().field(place.name(), place.dataClass(), place.sourceAgency())), TODAY);
            assertThat(whyWithheld(decision)).isEqualTo(FieldRules.HIDDEN);
        }
    }

    /** Random requests under terms that grant everything to everybody: no agreement, purpose, level or reason opens a hidden place. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noAgreementOpensAHiddenPlace(long seed) {
        Random random = new Random(seed);
        Agreements generous = new GenerousAgreements(EVERYONE);
        for (int i = 0; i < 2_000; i++) {
            DisclosedField place = random(random, PLACES);
            Subject hidden = person("P-1").hidden().field(place.name(), place.dataClass(), place.sourceAgency()).field("grade", MISSING, "avonford-police");
            Ask ask = ask(random(random, EVERYONE)).kind(random(random, List.of(ActKind.values()))).purpose(random(random, List.of(Purpose.values())))
                    .level(random.nextInt(5)).because("a reason").about(random.nextBoolean() ? hidden.sealed() : hidden);

            Decision decision = DisclosurePolicy.decide(ask.made(), generous, TODAY.plusDays(random.nextInt(2_000)));

            assertThat(decision.parts()).as("seed " + seed + " request " + i).flatExtracting(part -> List.copyOf(part.allowed())).doesNotContain(place);
        }
    }

    private static <T> T random(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Test
    void tellsTheAgencyOfAHiddenFamilyWhenItIsNoSpecialist() {
        Decision decision = decide(ask(EARLY_HELP).about(person("P-1").hidden().field("agency", IDENTITY, "avonford-police")), TODAY);

        assertThat(whyWithheld(decision)).isNull();
    }

    @Test
    void sendsTheLocalityWhateverClassItCameWith() {
        assertThat(whyWithheld(decide(ask(EARLY_HELP).about(person("P-1").field("locality", ADDRESS, null)), TODAY))).isNull();
    }

    @Test
    void tellsOfASealedChildInDangerButNotWhoItIs() {
        Decision decision = decide(ask(EARLY_HELP).about(person("P-1").sealed().field("fact", MISSING, "avonford-police")
                .field("nhsNumber", IDENTITY, "avonford-police")), TODAY);

        assertThat(decision.parts().get(0).allowed()).extracting(DisclosedField::name).containsExactly("fact");
        assertThat(decision.parts().get(0).withheld()).extracting(Decision.Held::why).containsExactly(FieldRules.SEALED);
    }

    @ParameterizedTest
    @EnumSource(DataClass.class)
    void exportsNothingOfASealedPerson(DataClass dataClass) {
        Ask ask = ask(Recipient.export("links", "s")).purpose(Purpose.GOVERNANCE).about(person("P-1").sealed().field("x", dataClass, "avonford-police"));

        assertThat(whyWithheld(decide(ask, TODAY))).isEqualTo(FieldRules.SEALED);
    }

    static Stream<Recipient> everyone() {
        return EVERYONE.stream();
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void namesTheAllegedPerpetratorToTheFrontDoorAloneWithAReason(Recipient recipient) {
        boolean staff = recipient.name().equals("front-door") || recipient.name().equals("manager");
        Ask alone = ask(recipient).kind(ActKind.BREAK_GLASS).purpose(Purpose.SAFEGUARDING).because("to plan safe contact")
                .about(person("P-9").alleged().field("name", ALLEGATION, "avonford-police"));

        assertThat(decide(alone, TODAY).isRefused()).isEqualTo(!staff);
    }

    @Test
    void keepsTheAllegedPerpetratorBackWithoutAReason() {
        Ask ask = ask(FRONT_DOOR).kind(ActKind.BREAK_GLASS).because("  ").about(person("P-9").alleged().field("name", ALLEGATION, "avonford-police"));

        assertThat(whyWithheld(decide(ask, TODAY))).isEqualTo(FieldRules.ALLEGED);
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void neverShowsVictimAndAllegedPerpetratorTogether(Recipient recipient) {
        Decision decision = decide(ask(recipient).level(4).because("a reason").about(person("P-1").field("fact", DOMESTIC_ABUSE, "avonford-police"))
                .about(person("P-9").alleged().field("name", IDENTITY, "avonford-police")), TODAY);

        assertThat(decision.parts().stream().filter(part -> part.subject().alleged())).allSatisfy(part -> assertThat(part.allowed()).isEmpty());
    }

    private Decision decide(Ask ask, LocalDate today) {
        return DisclosurePolicy.decide(ask.made(), book, today);
    }

    private static String whyWithheld(Decision decision) {
        List<Decision.Held> held = decision.parts().get(0).withheld();
        return held.isEmpty() ? null : held.get(0).why();
    }
}
