package org.earlyhelp.hub.journey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earlyhelp.hub.journey.DemoDay.Message;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.SharingLog;
import org.earlyhelp.hub.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample borough's day counted from both sides: what came out where, and what the sharing log says came out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmissionCountTests {
    private static final List<String> QUEUES = List.of("frontdoor.early-help", "frontdoor.first-contact", "hub.identity-changed");
    private static final Pattern PERSON = Pattern.compile("\\bP-[0-9A-Z]{6}\\b");
    private static final int PAGE_ENTRIES = 1_000;
    @TempDir
    private static Path folder;
    private DemoDay day;
    private List<Message> messages;

    /** Longer than a test's usual limit on a busy machine, as wherever a day is played. */
    @BeforeAll
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void playTheDay() {
        day = new DemoDay(folder);
        messages = day.takeMessages(QUEUES.toArray(String[]::new));
    }

    @AfterAll
    void stop() {
        day.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"frontdoor.early-help", "frontdoor.first-contact", "hub.identity-changed"})
    @Order(1)
    void everyMessageIsAnActAndEveryActAMessage(String queue) {
        List<Set<String>> sent = messages.stream().filter(message -> message.queue().equals(queue)).map(message -> people(message.text())).filter(people -> !people.isEmpty()).toList();

        Map<String, Set<String>> logged = entries(ActKind.SENT).stream().filter(entry -> entry.recipient().equals(queue))
                .collect(groupingBy(LoggedEntry::act, mapping(LoggedEntry::person, toCollection(TreeSet::new))));

        assertThat(logged.values()).as(queue).containsExactlyInAnyOrderElementsOf(sent);
    }

    /** Whose data of which agency is in it stands in the entries of its act, and the entries it names are there. */
    @Test
    @Order(1)
    void everyFactOfAMessageIsInItsAct() {
        Map<String, LoggedEntry> byId = entries(ActKind.SENT).stream().collect(java.util.stream.Collectors.toMap(LoggedEntry::id, entry -> entry));
        int facts = 0;
        for (Message message : messages) {
            JsonNode data = message.json().path("data");
            Set<String> shared = new TreeSet<>();
            data.path("sharing").forEach(one -> entriesOf(byId.get(one.path("entry").asString()).act()).forEach(entry -> shared.addAll(asShown(entry))));
            for (JsonNode fact : Stream.concat(data.path("needs").valueStream(), data.path("harmTests").valueStream()).toList()) {
                assertThat(shared).as(message.text()).contains(fact.path("person").asString() + " " + fact.path("agency").asString());
                facts++;
            }
        }
        assertThat(facts).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"links", "needs"})
    @Order(2)
    void everyRowOfAnExportIsAnEntryAndEveryEntryARow(String name) {
        long before = newest();

        List<NamedCsvRecord> rows = DemoDay.csv(day.export(name));

        List<LoggedEntry> written = since(before, ActKind.EXPORTED);
        Set<String> exported = new TreeSet<>(rows.stream().map(row -> row.getField("person") + " " + row.getField("agency")).toList());
        assertThat(written.stream().map(LoggedEntry::act).distinct()).hasSize(1);
        assertThat(written).hasSameSizeAs(exported).allSatisfy(entry -> assertThat(exported).containsAnyElementsOf(asShown(entry)));
    }

    @Test
    @Order(2)
    void everyChildOfTheAlertsExportIsAnEntry() {
        long before = newest();

        Set<String> children = new TreeSet<>();
        DemoDay.csv(day.export("alerts")).forEach(row -> Arrays.stream(row.getField("children").split(" ")).filter(child -> !child.isEmpty()).forEach(children::add));

        Set<String> logged = since(before, ActKind.EXPORTED).stream().filter(entry -> source(entry).equals("hub")).map(LoggedEntry::person).collect(toCollection(TreeSet::new));
        assertThat(logged).isEqualTo(children);
    }

    /** Each page is one or more acts of whoever opened it, about everyone on it; nothing is viewed that nobody opened. */
    @Test
    @Order(3)
    void everyPageIsAnActAndEveryViewAPage() {
        assertThat(entries(ActKind.VIEWED)).as("before anybody looked").isEmpty();
        List<LoggedEntry> seen = new ArrayList<>();
        for (String line : pages()) {
            String role = line.substring(0, line.indexOf(' '));
            String path = line.substring(line.indexOf(' ') + 1);
            Browser browser = day.browser(role);
            long before = newest();

            HttpResponse<String> answer = browser.get(path);

            List<LoggedEntry> written = since(before, ActKind.VIEWED);
            assertThat(answer.statusCode()).as(line).isEqualTo(200);
            assertThat(written).as(line).isNotEmpty().allSatisfy(entry -> assertThat(entry.payload()).contains("\"who\":\"" + role + "\""));
            Set<String> logged = written.stream().map(LoggedEntry::person).collect(toCollection(TreeSet::new));
            since(before, ActKind.NOT_SHARED).forEach(entry -> logged.add(entry.person()));
            assertThat(logged).as(line).containsAll(people(answer.body().replaceAll("(?s)<main.*?>", "")));
            seen.addAll(written);
        }
        assertThat(entries(ActKind.VIEWED)).extracting(LoggedEntry::id).containsExactlyInAnyOrderElementsOf(seen.stream().map(LoggedEntry::id).toList());
    }

    @Test
    @Order(4)
    void everyOutcomeFileIsAnActAndEveryActAFile() {
        NamedCsvRecord alert = DemoDay.csv(day.export("alerts")).stream().filter(row -> row.getField("status").equals("RAISED") && row.getField("queue").equals(QUEUES.get(0))
                && row.getField("needs").contains("MISSING")).findFirst().orElseThrow();
        assertThat(entries(ActKind.OUTCOME)).isEmpty();

        day.decide("""
                {"id": "count-1", "alert": "%s", "alertVersion": %s, "action": "OUTCOME", "outcome": "EMERGING", "level": 2, "reason": "Family Help has it.",
                 "by": "D. Manager", "at": "2026-11-23T09:15:00Z", "leadPractitioner": "J. Okoro", "familyTold": "YES", "familyAgrees": "YES"}
                """.formatted(alert.getField("alert"), alert.getField("version")));
        await().atMost(Duration.ofSeconds(60)).until(() -> !entries(ActKind.OUTCOME).isEmpty());

        Map<String, Set<String>> acts = entries(ActKind.OUTCOME).stream().collect(groupingBy(LoggedEntry::recipient, mapping(LoggedEntry::act, toCollection(TreeSet::new))));
        assertThat(acts).isNotEmpty();
        day.hub.bean(AgreementBook.class).agencies().forEach(agency -> await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
                assertThat(day.files(agency, "/out")).as(agency).hasSize(acts.getOrDefault(agency, Set.of()).size())));
    }

    private List<String> pages() {
        List<String> pages = new ArrayList<>(List.of("front-door /inbox", "manager /monday"));
        DemoDay.csv(day.export("alerts")).stream().limit(12).forEach(row -> pages.addAll(List.of("front-door /alerts/" + row.getField("alert"), "manager /families/" + row.getField("family"))));
        DemoDay.csv(day.export("links")).stream().map(row -> row.getField("person")).distinct().limit(12)
                .forEach(person -> pages.addAll(List.of("front-door /people/" + person, "steward /reviews/people/" + person)));
        return pages;
    }

    private List<LoggedEntry> entries(ActKind kind) {
        return since(0, kind);
    }

    private List<LoggedEntry> entriesOf(String act) {
        return entries(ActKind.SENT).stream().filter(entry -> entry.act().equals(act)).toList();
    }

    private List<LoggedEntry> since(long ordinal, ActKind kind) {
        List<LoggedEntry> found = new ArrayList<>();
        SharingLog log = day.hub.bean(SharingLog.class);
        long before = SharingLog.NEWEST;
        List<LoggedEntry> page;
        do {
            page = log.before(before, PAGE_ENTRIES);
            page.stream().filter(entry -> entry.ordinal() > ordinal && entry.kind() == kind).forEach(found::add);
            before = page.isEmpty() ? before : page.get(page.size() - 1).ordinal();
        } while (page.size() == PAGE_ENTRIES && before > ordinal);
        return found;
    }

    private long newest() {
        return day.hub.bean(SharingLog.class).before(SharingLog.NEWEST, 1).stream().mapToLong(LoggedEntry::ordinal).findFirst().orElse(0);
    }

    /** Person and source, by the agency's id and by the name it has where its own would tell. */
    private Set<String> asShown(LoggedEntry entry) {
        AgreementBook book = day.hub.bean(AgreementBook.class);
        return Set.copyOf(List.of(entry.person() + " " + source(entry), entry.person() + " " + book.shownAs(source(entry), true)).stream().distinct().toList());
    }

    private static String source(LoggedEntry entry) {
        return JsonMapper.shared().readTree(entry.payload()).path("source").asString();
    }

    private static Set<String> people(String text) {
        return PERSON.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }
}
