package org.earlyhelp.hub.journey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.support.Schemas;
import org.earlyhelp.hub.journey.DemoDay.Message;
import org.earlyhelp.hub.samples.SampleCase;
import org.earlyhelp.hub.samples.SampleCase.Counts;
import org.earlyhelp.hub.samples.SampleCase.Fault;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the sample files on SFTP to receipts, queues and exports, over a restart, by the answers that lie beside the samples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleBoroughJourneyTests {
    private static final String EARLY_HELP = "frontdoor.early-help";
    private static final String FIRST_CONTACT = "frontdoor.first-contact";
    /** Families of whom a source hides where they live, and what would tell: locality, schools, URNs, the service that knows them. */
    private static final Set<String> HIDDEN_FAMILIES = Set.of("novak", "brathwaite");
    private static final String[] TELLS_OF_HIDDEN_PLACES = {"westbrook", "999101", "safe haven", "safe-haven", "shv-0412"};
    @TempDir
    private static Path folder;
    private DemoDay day;
    private List<Message> messages;
    private ToldAlerts told;

    @BeforeAll
    void playTheDay() {
        day = new DemoDay(folder);
        messages = day.takeMessages(EARLY_HELP, FIRST_CONTACT, "hub.identity-changed");
        told = new ToldAlerts(messages, day.export("links"));
    }

    @AfterAll
    void stop() {
        day.close();
    }

    @Test
    void saysWhatArrivedAndWhatToLookAt() {
        assertThat(day.printed).anyMatch(line -> line.contains("answered " + SampleCase.inOrder().size() + " of")).anyMatch(line -> line.contains("/inbox"));
        assertThat(day.hub.isOnRealTime()).isFalse();
    }

    @Test
    void answersEveryFileAsExpected() {
        Map<String, Map<String, JsonNode>> receipts = new HashMap<>();
        for (SampleCase sample : SampleCase.inOrder()) {
            JsonNode receipt = receipts.computeIfAbsent(sample.agency(), day::receipts).get(sample.input().getFileName().toString());

            assertThat(receipt).as(sample.toString()).isNotNull();
            assertThat(Schemas.faults("receipt.v1.json", receipt.toString())).as(sample.toString()).isEmpty();
            assertThat(receipt.at("/stage").asString()).as(sample.toString()).isEqualTo(sample.expected().stage());
            assertThat(countsOf(receipt)).as(sample.toString()).isEqualTo(sample.expected().counts());
            // What a file looks like beside the one before it is told too; the samples say only what each is by itself.
            List<Fault> found = receipt.at("/errors").valueStream().map(SampleBoroughJourneyTests::fault).filter(fault -> !fault.code().equals("LAYOUT_CHANGED")).toList();
            assertThat(found).as(sample.toString()).hasSameSizeAs(sample.expected().errors());
            assertThat(sample.expected().errors()).as(sample.toString()).allSatisfy(expected -> assertThat(found).anyMatch(expected::matches));
        }
    }

    @Test
    void tellsASchoolWhichColumnIsGone() {
        assertThat(day.receipts("avonford-schools").get("attendance-old-layout.csv").at("/errors").findValuesAsString("message"))
                .anyMatch(message -> message.endsWith("the column \"Session Date\" is now \"Day\"."));
    }

    @Test
    void bringsTheExpectedAlertsToTheExpectedQueues() {
        assertThat(told.open()).containsExactlyInAnyOrderElementsOf(ToldAlerts.expected());
    }

    @Test
    void exportsTheSameAlerts() {
        AgreementBook book = day.hub.bean(AgreementBook.class);
        List<String> expected = DemoDay.sampleCsv("expected-alerts.csv").stream().map(row -> {
            boolean hidden = row.getField("locality").equals("withheld");
            return Stream.of("queue", "level", "rule", "needs", "locality").map(row::getField).collect(joining(",")) + ","
                    + sorted(Arrays.stream(row.getField("agencies").split(" ")).map(agency -> book.shownAs(agency, hidden)));
        }).toList();

        List<String> found = DemoDay.csv(day.export("alerts")).stream().filter(row -> row.getField("status").equals("RAISED"))
                .map(row -> String.join(",", row.getField("queue"), row.getField("level"), row.getField("rule").replaceFirst("@.*", ""),
                        row.getField("needs"), row.getField("locality"), row.getField("agencies"))).toList();

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyMessageFitsItsSchema() {
        assertThat(messages).isNotEmpty().allSatisfy(message -> {
            assertThat(Schemas.faults(schema(message.type()), message.text())).as(message.text()).isEmpty();
            assertThat(message.priority()).isEqualTo(message.queue().equals(FIRST_CONTACT) ? 9 : 4);
        });
        assertThat(messages).extracting(message -> message.json().at("/id").asString()).doesNotHaveDuplicates();
    }

    @Test
    void keepsPeopleApartAndTogetherAsExpected() {
        Map<String, NamedCsvRecord> truth = DemoDay.sampleCsv("expected-links.csv").stream().collect(toMap(SampleBoroughJourneyTests::mention, row -> row));
        List<NamedCsvRecord> links = DemoDay.csv(day.export("links"));
        Map<String, Set<String>> truePeopleByPerson = links.stream().collect(groupingBy(row -> row.getField("person"),
                java.util.stream.Collectors.mapping(row -> truth.get(mention(row)).getField("person"), toSet())));
        Map<String, Set<String>> peopleByTruePerson = links.stream().filter(row -> truth.get(mention(row)).getField("first_form").equals("yes"))
                .collect(groupingBy(row -> truth.get(mention(row)).getField("person"), java.util.stream.Collectors.mapping(row -> row.getField("person"), toSet())));

        assertThat(links).hasSameSizeAs(truth.keySet());
        assertThat(truePeopleByPerson.values()).as("one person in the hub is one person").allSatisfy(people -> assertThat(people).hasSize(1));
        assertThat(peopleByTruePerson).allSatisfy((person, found) -> assertThat(found).as(person).hasSize(1));
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void hiddenValuesLeaveNowhere() {
        List<NamedCsvRecord> hidden = DemoDay.csv(day.export("links")).stream().filter(this::isHidden).toList();
        List<String> pages = new ArrayList<>();
        hidden.forEach(row -> pages.addAll(List.of("/people/" + row.getField("person"), "/families/" + row.getField("family"), "/reviews/people/" + row.getField("person"))));
        DemoDay.csv(day.export("alerts")).forEach(row -> pages.add("/alerts/" + row.getField("alert")));

        Map<String, String> left = Leavings.of(day, messages, pages);

        new HiddenValues().areNowhereIn(left);
        assertThat(hidden).isNotEmpty().allSatisfy(row -> assertThat(left.get("steward /reviews/people/" + row.getField("person"))).startsWith("200 "));
        Stream.of("front-door /inbox", "manager /alerts/A-", "steward /reviews", "ig /sharing", "ig /agreements/", "operator /feeds").forEach(place ->
                assertThat(left.entrySet()).as(place).anyMatch(one -> one.getKey().startsWith(place) && one.getValue().startsWith("200 ")));
        assertThat(left.keySet()).anyMatch(place -> place.startsWith("avonford-health/receipts/")).anyMatch(place -> place.startsWith("file broker/kahadb/")).contains("file logs/hub.log")
                .anyMatch(place -> place.startsWith("file postgres/") && place.endsWith(".log"));
    }

    /** Not only what is hidden: the operator's own lines and figures hold nothing of anybody. */
    @Test
    @Order(Integer.MAX_VALUE - 2)
    void noLogAndNoMeasureTellsAnythingOfAPerson() {
        Map<String, String> watched = new HashMap<>();
        Leavings.filesOf(day).forEach((place, text) -> {
            if (place.startsWith("file logs/") || place.startsWith("file postgres/") && place.endsWith(".log")) {
                watched.put(place, text);
            }
        });
        watched.put("measures", day.browser("operator").get("/actuator/prometheus").body());
        PersonalSampleValues values = new PersonalSampleValues(day.hub.bean(JdbcClient.class));

        assertThat(values.size()).isGreaterThan(900);
        assertThat(watched.keySet()).contains("file logs/hub.log", "file logs/hub.jsonl").anyMatch(place -> place.startsWith("file postgres/"));
        assertThat(watched.get("file logs/hub.jsonl")).contains("hub_correlation").contains("hub_delivery");
        assertThat(values.in(watched)).isEmpty();
    }

    @Test
    void whatTellsOfAHiddenPlaceIsNotSaidOfThatFamily() {
        List<NamedCsvRecord> alerts = DemoDay.csv(day.export("alerts")).stream().filter(row -> hiddenPeople().stream().anyMatch(row.getField("children")::contains)).toList();
        assertThat(alerts).hasSizeGreaterThanOrEqualTo(HIDDEN_FAMILIES.size());
        List<String> said = new ArrayList<>(alerts.stream().map(row -> String.join(",", row.getFields())).toList());
        alerts.forEach(row -> {
            messages.stream().filter(message -> message.group().equals(row.getField("family"))).forEach(message -> said.add(message.text()));
            Stream.of("front-door", "manager", "ig").forEach(role -> said.add(day.browser(role).get("/alerts/" + row.getField("alert")).body()));
        });
        DemoDay.csv(day.export("needs")).stream().filter(row -> hiddenPeople().contains(row.getField("person"))).forEach(row -> said.add(String.join(",", row.getFields())));

        assertThat(said).allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(TELLS_OF_HIDDEN_PLACES));
    }

    @Test
    void victimAndAllegedLeaveNowhereTogether() {
        Map<List<String>, Set<String>> couples = couples();
        assertThat(couples).hasSizeGreaterThan(3);
        List<String> left = new ArrayList<>(messages.stream().map(Message::text).toList());
        Stream.of("links", "needs", "alerts").forEach(name -> day.export(name).lines().forEach(left::add));
        SampleCase.inOrder().stream().map(SampleCase::agency).distinct().forEach(agency -> left.addAll(day.files(agency, "/out").values()));

        couples.values().forEach(couple -> assertThat(left).as(couple.toString()).noneMatch(text -> couple.stream().allMatch(text::contains)));
        assertThat(day.export("links")).doesNotContain("ALLEGED_PERPETRATOR");
    }

    /** By referral, the people who are its victim and its alleged perpetrator. */
    private Map<List<String>, Set<String>> couples() {
        Map<List<String>, Set<String>> couples = new HashMap<>();
        day.hub.bean(JdbcClient.class).sql("""
                SELECT r.agency, r.source_ref, v.ref AS victim, a.ref AS alleged FROM record r
                  JOIN mention mv ON mv.record_id = r.id AND mv.role = 'VICTIM' JOIN link lv ON lv.mention_id = mv.id JOIN person v ON v.id = lv.person_id
                  JOIN mention ma ON ma.record_id = r.id AND ma.role = 'ALLEGED_PERPETRATOR' JOIN link la ON la.mention_id = ma.id JOIN person a ON a.id = la.person_id
                """).query(row -> {
                    couples.put(List.of(row.getString("agency"), row.getString("source_ref")), Set.of(row.getString("victim"), row.getString("alleged")));
                });
        return couples;
    }

    private Set<String> hiddenPeople() {
        return told.trueNames().entrySet().stream().filter(person -> HIDDEN_FAMILIES.stream().anyMatch(family -> person.getValue().startsWith(family + "."))).map(Map.Entry::getKey).collect(toSet());
    }

    private boolean isHidden(NamedCsvRecord link) {
        return hiddenPeople().contains(link.getField("person"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"front-door", "manager", "steward", "ig", "operator"})
    void showsEveryRoleWhatArrivedAndWhatWasRaised(String role) {
        assertThat(day.browser(role).get("/").body()).containsPattern("avonford-police / missing-children</th>\\s*<td[^>]*>23 November 2026, 08:4")
                .containsPattern("First contact \\(level 4\\)</th>\\s*<td[^>]*>raised</td>\\s*<td[^>]*>9<");
    }

    @Test
    void documentsWhatTheDayGave() {
        DocumentedExample examples = new DocumentedExample();
        String raised = newestAbout("sorensen.emil").text();
        String family = newestAbout("sorensen.emil").group();
        examples.is("alert-raised.json", pretty(raised));
        examples.is("alert-updated.json", pretty(newestAbout("mcallister.skye").text()));
        examples.is("sender-fault.json", pretty(messages.stream().filter(message -> message.type().equals("earlyhelp.sender-fault.v1")
                && message.json().at("/data/feed").asString().equals("domestic-abuse") && message.json().at("/data/agency").asString().equals("avonford-police"))
                .findFirst().orElseThrow().text()));
        Stream.of("links", "needs", "alerts").forEach(name -> examples.is(name + ".csv",
                day.export(name).lines().filter(line -> line.startsWith("a") || line.startsWith("family,") || line.contains(family))
                        .filter(line -> line.contains(family) || line.contains("family,")).collect(joining("\n", "", "\n"))));
        Map<String, String> receipts = day.files("avonford-schools", "/receipts");
        Stream.of(".receipt.json", ".receipt.txt", ".errors.csv").forEach(ending -> receipts.forEach((name, text) -> {
            if (name.startsWith("attendance-2026-11-20.csv.") && name.endsWith(ending)) {
                examples.is(ending.substring(1), text);
            }
        }));
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void theFrontDoorsDecisionCloses() {
        JsonNode alert = newestAbout("sorensen.emil").json();
        String decision = """
                {"id": "case-17-1", "alert": "%s", "alertVersion": %d, "action": "OUTCOME", "outcome": "EMERGING", "level": 2,
                 "reason": "Family Help has it.", "by": "D. Manager", "at": "2026-11-23T09:15:00Z", "leadPractitioner": "J. Okoro",
                 "familyTold": "YES", "familyAgrees": "YES"}
                """.formatted(alert.at("/data/alert").asString(), alert.at("/data/version").asInt());
        assertThat(Schemas.faults("decision.json", decision)).isEmpty();
        new DocumentedExample().is("decision.json", decision);

        day.decide(decision);
        day.decide(decision);

        await().atMost(Duration.ofSeconds(60)).until(() -> DemoDay.csv(day.export("alerts")).stream()
                .anyMatch(row -> row.getField("alert").equals(alert.at("/data/alert").asString()) && row.getField("outcome").equals("EMERGING")));
        await().atMost(Duration.ofSeconds(60)).until(() -> day.files("avonford-police", "/out").size() == 1);
        assertThat(day.files("avonford-police", "/out").values()).singleElement().satisfies(outcome ->
                assertThat(JsonMapper.shared().readTree(outcome).propertyNames()).containsExactlyInAnyOrder("sourceRef", "outcome", "decidedAt"));
        assertThat(day.takeMessages(EARLY_HELP)).extracting(Message::type).containsExactly("earlyhelp.alert.closed.v1");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theSameDropTwiceChangesNothing() {
        State before = State.of(day);

        day.dropAgain();

        assertThat(State.of(day)).isEqualTo(before);
        assertThat(day.takeMessages(EARLY_HELP, FIRST_CONTACT, "hub.identity-changed").stream().map(Message::type).collect(toSet()))
                .as("only what was wrong with the files is told again").isSubsetOf("earlyhelp.sender-fault.v1");
    }

    /**
     * What a second drop may not change: everything but the receipts, what is told of faulty files, and the entries for what
     * this test itself looks at. A mark that a later file corrected is set back and corrected again, as the newest arrival
     * wins: that much is received anew.
     */
    private record State(List<String> links, String needs, String alerts, List<Map<String, Object>> people, List<Map<String, Object>> entries) {
        static State of(DemoDay day) {
            JdbcClient sql = day.hub.bean(JdbcClient.class);
            List<Map<String, Object>> people = sql.sql("SELECT ref, family_id, family_role FROM person ORDER BY ref").query().listOfRows();
            List<Map<String, Object>> entries = sql.sql("SELECT kind, recipient, count(*) AS entries FROM sharing_entry WHERE kind NOT IN ('EXPORTED', 'RECEIVED') AND NOT (kind = 'SENT' AND person IS NULL) "
                    + "GROUP BY kind, recipient ORDER BY kind, recipient").query().listOfRows();
            return new State(day.export("links").lines().sorted().toList(), day.export("needs"), day.export("alerts"), people, entries);
        }
    }

    /** The newest message of the alert of that child's family. */
    private Message newestAbout(String child) {
        return told.latest().stream().filter(message -> message.json().at("/data/children").valueStream()
                .anyMatch(one -> child.equals(told.trueName(one.at("/person").asString())))).findFirst().orElseThrow();
    }

    private static String pretty(String json) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(JsonMapper.shared().readTree(json)) + "\n";
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

    static String mention(NamedCsvRecord row) {
        return Stream.of("agency", "feed", "source_ref", "role", "index").map(row::getField).collect(joining(","));
    }

    private static String sorted(Stream<String> words) {
        return String.join(" ", new TreeSet<>(words.collect(toSet())));
    }
}
