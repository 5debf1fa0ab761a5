package org.earlyhelp.hub.alert.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.abuse;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.alert.life.MessageType;
import org.earlyhelp.hub.alert.support.Schemas;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlertMessageTests {
    private static final String CHILD = "P-7Q2MXA";
    private static final String ID = "01KAN0R7G00000000000000001";
    private static final String SOURCE = "/early-help-hub/avonford";
    private static final Instant RAISED = Instant.parse("2026-11-22T06:01:02Z");

    @Test
    void writesTheExampleOfTheContract() {
        JsonNode example = JsonMapper.shared().readTree(getClass().getResourceAsStream("/alert-of-the-contract.json"));

        String body = message(news(exampleContent(), AlertQueue.EARLY_HELP, false)).body();

        assertThat(JsonMapper.builder().build().readTree(body)).isEqualTo(example);
        assertThat(Schemas.faults("alert.json", body)).isEmpty();
    }

    @Test
    void keepsTheOrderOfTheContract() {
        assertThat(message(news(exampleContent(), AlertQueue.EARLY_HELP, false)).body())
                .startsWith("{\"specversion\":\"1.0\",\"id\":").containsSubsequence("\"alert\"", "\"version\"", "\"status\"", "\"level\"", "\"needs\"", "\"sharing\"", "\"link\"");
    }

    @Test
    void theSchemaRefusesWhatMustNotGoOut() {
        String body = message(news(exampleContent(), AlertQueue.EARLY_HELP, false)).body();

        assertThat(Schemas.faults("alert.json", body.replace("\"family\":\"F-", "\"address\":\"1 Quay Street\",\"family\":\"F-"))).isNotEmpty();
        assertThat(Schemas.faults("alert.json", body.replace("\"level\":3", "\"level\":1"))).isNotEmpty();
        assertThat(Schemas.faults("alert.json", body.replace("alert.raised.v1", "alert.removed.v1"))).isNotEmpty();
    }

    @Test
    void carriesPropertiesForSelectors() {
        OutboxMessage message = message(news(exampleContent(), AlertQueue.EARLY_HELP, false));

        assertThat(message.properties()).isEqualTo(Map.of("ce_id", ID, "ce_type", "earlyhelp.alert.raised.v1", "level", "3",
                "locality", "riverside", "agency", "avonford-police,avonford-schools"));
        assertThat(message.priority()).isEqualTo(4);
    }

    @Test
    void neverCarriesHowToReachTheLeadWorker() {
        assertThat(message(news(exampleContent(), AlertQueue.EARLY_HELP, false)).body()).contains("J. Okoro").doesNotContain("01632");
    }

    @Test
    void tellsNoPlaceAndNoSpecialistForAHiddenFamily() {
        Assessment hidden = assessmentOf(1, "F-48KQ2M").child(CHILD, true).with(abuse(CHILD, "safe-haven", "safe-haven/domestic-abuse/01K4@1")).news();

        OutboxMessage message = message(news(AlertContent.of(hidden, AlertQueue.EARLY_HELP), AlertQueue.EARLY_HELP, true));

        assertThat(message.body()).doesNotContain("safe-haven").doesNotContain("SAFE-HAVEN").doesNotContain("riverside")
                .contains("\"agreement\":\"withheld\"", "\"knownTo\":[\"domestic-abuse-service\"]", "domestic-abuse-service/domestic-abuse/01K4@1");
        assertThat(message.properties()).containsEntry("locality", "withheld").containsEntry("agency", "domestic-abuse-service");
        assertThat(Schemas.faults("alert.json", message.body())).isEmpty();
    }

    @Test
    void leavesOutWhatIsNotAllowed() {
        AlertNews news = news(exampleContent(), AlertQueue.EARLY_HELP, false);
        Allowance narrow = new Allowance(Map.of(CHILD, Set.of("avonford-police:needs.MISSING")), List.of(), List.of());

        OutboxMessage message = AlertMessage.render(news, narrow, AlertMessageTests::shown);

        assertThat(message.body()).contains("\"code\":\"MISSING\"").doesNotContain("SCHOOL_ABSENCE").doesNotContain("9990000018")
                .doesNotContain("J. Okoro").doesNotContain("CERTAIN").contains("\"knownTo\":[]", "\"locality\":\"withheld\"");
        assertThat(message.properties()).containsEntry("agency", "avonford-police");
        assertThat(Schemas.faults("alert.json", message.body())).isEmpty();
    }

    @Test
    void carriesHarmTestsAndNotesAtLevelFour() {
        Assessment now = assessmentOf(1, "F-48KQ2M").child(CHILD, false).with(missingHigh(CHILD, "avonford-police/missing-children/01K4@1"))
                .note("date of birth not usable").news();

        OutboxMessage message = message(news(AlertContent.of(now, AlertQueue.FIRST_CONTACT), AlertQueue.FIRST_CONTACT, false));

        assertThat(message.body()).contains("\"code\":\"MISSING_HIGH\"", "\"notes\":[\"date of birth not usable\"]", "\"level\":4");
        assertThat(message.priority()).isEqualTo(9);
        assertThat(Schemas.faults("alert.json", message.body())).isEmpty();
    }

    @Test
    void tellsASendersFaultWithoutAPerson() {
        SenderFault fault = new SenderFault("avonford-police", "missing-children", "R-20261122-7F3KQ2", new Counts(212, 0, 2, 9));

        OutboxMessage message = Notices.senderFault(fault, ID, SOURCE, RAISED);

        assertThat(message.queue()).isEqualTo("frontdoor.first-contact");
        assertThat(message.body()).contains("\"counts\":{\"records\":214,\"accepted\":212,\"unchanged\":0,\"rejected\":2,\"warnings\":9}");
        assertThat(Schemas.faults("sender-fault.json", message.body())).isEmpty();
    }

    @Test
    void tellsChangedIdentities() {
        IdentityChanged merged = new IdentityChanged(IdentityChanged.Kind.PERSON_MERGED, "P-7Q2MXA", "P-9Z2MXB", List.of(1L), List.of("F-48KQ2M"));
        IdentityChanged split = new IdentityChanged(IdentityChanged.Kind.FAMILY_SPLIT, "F-48KQ2M", "F-77KQ2M", List.of(1L, 2L), List.of("F-48KQ2M", "F-77KQ2M"));

        assertThat(Schemas.faults("identity.json", Notices.identity(merged, ID, SOURCE, RAISED).body())).isEmpty();
        assertThat(Schemas.faults("identity.json", Notices.identity(split, ID, SOURCE, RAISED).body())).isEmpty();
        assertThat(Notices.identity(split, ID, SOURCE, RAISED).type()).isEqualTo("earlyhelp.identity.split.v1");
    }

    @Test
    void theDecisionSchemaAgreesWithTheReader() {
        String outcome = "{\"id\":\"D1\",\"alert\":\"A-2026-000001\",\"alertVersion\":1,\"action\":\"OUTCOME\",\"outcome\":\"EMERGING\",\"by\":\"x\",\"at\":\"2026-11-22T06:01:02Z\"}";
        String without = outcome.replace("\"outcome\":\"EMERGING\",", "");

        assertThat(Schemas.faults("decision.json", outcome)).isEmpty();
        assertThat(DecisionReader.read(outcome)).isInstanceOf(DecisionReader.Reading.Read.class);
        assertThat(Schemas.faults("decision.json", without)).isNotEmpty();
        assertThat(DecisionReader.read(without)).isInstanceOf(DecisionReader.Reading.Unreadable.class);
    }

    private static OutboxMessage message(AlertNews news) {
        return AlertMessage.render(news, everythingAsked(AlertDisclosure.request(news.alert(), news.people())), AlertMessageTests::shown);
    }

    static String shown(String agency, boolean hidden) {
        return hidden && agency.equals("safe-haven") ? "domestic-abuse-service" : agency;
    }

    private static AlertNews news(AlertContent content, AlertQueue queue, boolean hidden) {
        Alert.Clocks clocks = new Alert.Clocks(RAISED, RAISED.plusSeconds(86_400), RAISED.plusSeconds(172_800));
        Alert alert = new Alert(1, "A-2026-004512", 1, "F-48KQ2M", queue, 1, AlertStatus.RAISED, content, clocks, null, null, null, null, false, false);
        return new AlertNews(alert, MessageType.RAISED, ID, RAISED, SOURCE, List.of(new PersonFlags(CHILD, hidden, false, "avonford-police")));
    }

    /** Allows all that is asked, with one entry for each agency, numbered from 2. */
    static Allowance everythingAsked(DisclosureRequest request) {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        TreeSet<String> sources = new TreeSet<>();
        request.subjects().forEach(subject -> {
            Set<String> names = allowed.computeIfAbsent(subject.person(), any -> new HashSet<>());
            for (DisclosedField field : subject.fields()) {
                String source = field.sourceAgency() == null ? "hub" : field.sourceAgency();
                names.addAll(List.of(field.name(), source + ":" + field.name()));
                sources.add(source);
            }
        });
        List<Allowance.Entry> entries = new ArrayList<>();
        sources.stream().filter(source -> source.startsWith("avonford-police") || source.startsWith("avonford-schools") || source.startsWith("safe")).forEach(source ->
                entries.add(new Allowance.Entry(CHILD, source, agreement(source), "01KAN0R7G0000000000000000" + (entries.size() + 2))));
        return new Allowance(allowed, List.of(), entries);
    }

    private static String agreement(String source) {
        return "ISA-" + source.replace("avonford", "avon").toUpperCase(Locale.ROOT) + "-1";
    }

    static AlertContent exampleContent() {
        LocalDate first = LocalDate.of(2026, 9, 1);
        String safe = "SAFE_FROM_ABUSE_AND_EXPLOITATION";
        List<Need> needs = List.of(
                new Need("MISSING", "missing", safe, CHILD, "avonford-police", "REPEAT", "Reported missing 3 times in 90 days", first, LocalDate.of(2026, 11, 21),
                        List.of("avonford-police/missing-children/01K4@1", "avonford-police/missing-children/01K3@2", "avonford-police/missing-children/01K2@2")),
                new Need("EXPLOITATION_RISK", "exploitation", safe, CHILD, "avonford-police", "", "A notice names a risk of exploitation", first,
                        LocalDate.of(2026, 10, 2), List.of("avonford-police/missing-children/01K4@1")),
                new Need("SCHOOL_ABSENCE", "school", "GOOD_EDUCATION", CHILD, "avonford-schools", "", "Missed 14 of 100 possible sessions", first,
                        LocalDate.of(2026, 11, 20), List.of("avonford-schools/school-attendance/01K2@1")));
        List<RuleRef> rules = List.of(new RuleRef("level-3-multiple-needs", 4), new RuleRef("two-agencies", 1), new RuleRef("stands-alone", 1));
        return new AlertContent(3, "ALREADY_OPEN", "riverside", rules, needs, List.of(), List.of(new Assessment.Child(CHILD, "CERTAIN", "9990000018", false, false)),
                List.of(new Assessment.OpenInvolvement(CHILD, "Family Help", 3, "J. Okoro", "01632 960101", "avonford-council")),
                List.of("avonford-police", "avonford-schools"), List.of(), List.of());
    }
}
