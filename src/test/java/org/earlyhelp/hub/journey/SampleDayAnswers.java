package org.earlyhelp.hub.journey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.support.Schemas;
import org.earlyhelp.hub.embedded.storage.WorkLeft;
import org.earlyhelp.hub.journey.DemoDay.Message;
import org.earlyhelp.hub.samples.SampleCase;
import org.earlyhelp.hub.samples.SampleCase.Counts;
import org.earlyhelp.hub.samples.SampleCase.Fault;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a day on the sample files must have given, by the answers that lie beside the samples: to agencies, on queues, in exports and on
 * pages.
 */
abstract class SampleDayAnswers extends SampleDayJourney {
    @Test
    void answersEveryFileAsExpected() {
        Map<String, Map<String, JsonNode>> receipts = new HashMap<>();
        for (SampleCase sample : SampleCase.inOrder()) {
            JsonNode receipt = receipts.computeIfAbsent(sample.agency(), day()::receipts).get(sample.input().getFileName().toString());

            assertThat(receipt).as(sample.toString()).isNotNull();
            assertThat(Schemas.faults("receipt.v1.json", receipt.toString())).as(sample.toString()).isEmpty();
            assertThat(receipt.at("/stage").asString()).as(sample.toString()).isEqualTo(sample.expected().stage());
            assertThat(countsOf(receipt)).as(sample.toString()).isEqualTo(sample.expected().counts());
            // What a file looks like beside the one before it is told too; the samples say only what each is by itself.
            List<Fault> found = receipt.at("/errors").valueStream().map(SampleDayAnswers::fault).filter(fault -> !fault.code().equals("LAYOUT_CHANGED")).toList();
            assertThat(found).as(sample.toString()).hasSameSizeAs(sample.expected().errors());
            assertThat(sample.expected().errors()).as(sample.toString()).allSatisfy(expected -> assertThat(found).anyMatch(expected::matches));
        }
    }

    @Test
    void tellsASchoolWhichColumnIsGone() {
        assertThat(day().receipts("avonford-schools").get("attendance-old-layout.csv").at("/errors").findValuesAsString("message"))
                .anyMatch(message -> message.endsWith("the column \"Session Date\" is now \"Day\"."));
    }

    @Test
    void bringsTheExpectedAlertsToTheExpectedQueues() {
        assertThat(told().open()).containsExactlyInAnyOrderElementsOf(ToldAlerts.expected());
    }

    @Test
    void exportsTheSameAlerts() {
        AgreementBook book = day().hub().bean(AgreementBook.class);
        List<String> expected = DemoDay.sampleCsv("expected-alerts.csv").stream().map(row -> {
            boolean hidden = row.getField("locality").equals("withheld");
            return Stream.of("queue", "level", "rule", "needs", "locality").map(row::getField).collect(joining(",")) + ","
                    + sorted(Arrays.stream(row.getField("agencies").split(" ")).map(agency -> book.shownAs(agency, hidden)));
        }).toList();

        List<String> found = DemoDay.csv(day().export("alerts")).stream().filter(row -> row.getField("status").equals("RAISED"))
                .map(row -> String.join(",", row.getField("queue"), row.getField("level"), row.getField("rule").replaceFirst("@.*", ""),
                        row.getField("needs"), row.getField("locality"), row.getField("agencies"))).toList();

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyMessageFitsItsSchema() {
        assertThat(messages()).isNotEmpty().allSatisfy(message -> {
            assertThat(Schemas.faults(schema(message.type()), message.text())).as(message.text()).isEmpty();
            assertThat(message.priority()).isEqualTo(message.queue().equals(FIRST_CONTACT) ? 9 : 4);
        });
        assertThat(messages()).extracting(message -> message.json().at("/id").asString()).doesNotHaveDuplicates();
    }

    @Test
    void keepsPeopleApartAndTogetherAsExpected() {
        Map<String, NamedCsvRecord> truth = DemoDay.sampleCsv("expected-links.csv").stream().collect(toMap(ToldAlerts::mention, row -> row));
        List<NamedCsvRecord> links = DemoDay.csv(day().export("links"));
        Map<String, Set<String>> truePeopleByPerson = links.stream().collect(groupingBy(row -> row.getField("person"),
                java.util.stream.Collectors.mapping(row -> truth.get(ToldAlerts.mention(row)).getField("person"), toSet())));
        Map<String, Set<String>> peopleByTruePerson = links.stream().filter(row -> truth.get(ToldAlerts.mention(row)).getField("first_form").equals("yes"))
                .collect(groupingBy(row -> truth.get(ToldAlerts.mention(row)).getField("person"), java.util.stream.Collectors.mapping(row -> row.getField("person"), toSet())));

        assertThat(links).hasSameSizeAs(truth.keySet());
        assertThat(truePeopleByPerson.values()).as("one person in the hub is one person").allSatisfy(people -> assertThat(people).hasSize(1));
        assertThat(peopleByTruePerson).allSatisfy((person, found) -> assertThat(found).as(person).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"front-door", "manager", "steward", "ig", "operator"})
    void showsEveryRoleWhatArrivedAndWhatWasRaised(String role) {
        assertThat(day().browser(role).get("/").body()).containsPattern("avonford-police / missing-children</th>\\s*<td[^>]*>23 November 2026, 08:[45]")
                .containsPattern("First contact \\(level 4\\)</th>\\s*<td[^>]*>raised</td>\\s*<td[^>]*>9<");
    }

    @Test
    @Order(DECIDE)
    void theFrontDoorsDecisionCloses() {
        JsonNode alert = newestAbout("sorensen.emil").json();
        String decision = decisionOn(alert);
        assertThat(Schemas.faults("decision.json", decision)).isEmpty();

        day().decide(decision);
        day().decide(decision);

        await().atMost(LIMIT).until(() -> DemoDay.csv(day().export("alerts")).stream()
                .anyMatch(row -> row.getField("alert").equals(alert.at("/data/alert").asString()) && row.getField("outcome").equals("EMERGING")));
        await().atMost(LIMIT).until(() -> day().files("avonford-police", "/out").size() == 1);
        assertThat(day().files("avonford-police", "/out").values()).singleElement().satisfies(outcome ->
                assertThat(JsonMapper.shared().readTree(outcome).propertyNames()).containsExactlyInAnyOrder("sourceRef", "outcome", "decidedAt"));
        await().atMost(LIMIT).until(() -> day().hub().bean(WorkLeft.class).after(0).messages() == 0);
        assertThat(day().takeMessages(EARLY_HELP)).extracting(Message::type).containsExactly("earlyhelp.alert.closed.v1");
    }

    @Test
    @Order(DROP_AGAIN)
    void theSameDropTwiceChangesNothing() {
        State before = State.of(day());

        day().dropAgain();

        assertThat(State.of(day())).isEqualTo(before);
        assertThat(day().takeMessages(EARLY_HELP, FIRST_CONTACT, "hub.identity-changed").stream().map(Message::type).collect(toSet()))
                .as("only what was wrong with the files is told again").isSubsetOf("earlyhelp.sender-fault.v1");
    }

    /**
     * What a second drop may not change: everything but the receipts, what is told of faulty files, and the entries for what
     * this test itself looks at. A mark that a later file corrected is set back and corrected again, as the newest arrival
     * wins: that much is received anew.
     */
    private record State(List<String> links, String needs, String alerts, List<Map<String, Object>> people, List<Map<String, Object>> entries) {
        static State of(SampleDay day) {
            JdbcClient sql = day.hub().bean(JdbcClient.class);
            List<Map<String, Object>> people = sql.sql("SELECT ref, family_id, family_role FROM person ORDER BY ref").query().listOfRows();
            List<Map<String, Object>> entries = sql.sql("SELECT kind, recipient, count(*) AS entries FROM sharing_entry WHERE kind NOT IN ('EXPORTED', 'RECEIVED') AND NOT (kind = 'SENT' AND person IS NULL) "
                    + "GROUP BY kind, recipient ORDER BY kind, recipient").query().listOfRows();
            return new State(day.export("links").lines().sorted().toList(), day.export("needs"), day.export("alerts"), people, entries);
        }
    }

    /** What the case system sends when the front door has decided on an alert. */
    static String decisionOn(JsonNode alert) {
        return """
                {"id": "case-17-1", "alert": "%s", "alertVersion": %d, "action": "OUTCOME", "outcome": "EMERGING", "level": 2,
                 "reason": "Family Help has it.", "by": "D. Manager", "at": "2026-11-23T09:15:00Z", "leadPractitioner": "J. Okoro",
                 "familyTold": "YES", "familyAgrees": "YES"}
                """.formatted(alert.at("/data/alert").asString(), alert.at("/data/version").asInt());
    }

    private static String schema(String type) {
        return type.startsWith("earlyhelp.alert.") ? "alert.json" : type.startsWith("earlyhelp.identity.") ? "identity.json" : "sender-fault.json";
    }

    private static Counts countsOf(JsonNode receipt) {
        JsonNode counts = receipt.at("/counts");
        return new Counts(counts.at("/records").asInt(), counts.at("/accepted").asInt(), counts.at("/unchanged").asInt(), counts.at("/rejected").asInt(),
                counts.at("/warnings").asInt());
    }

    private static Fault fault(JsonNode error) {
        return new Fault(error.path("line").asInt(0), error.path("field").asString(null), error.path("code").asString(), error.path("severity").asString());
    }

    private static String sorted(Stream<String> words) {
        return String.join(" ", new TreeSet<>(words.collect(toSet())));
    }
}
