package org.earlyhelp.hub.journey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.journey.DemoDay.Message;
import org.earlyhelp.hub.samples.SampleCase;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a day on the sample files must have kept to itself: what a source hides, who is accused beside whom, anybody in logs and measures. */
abstract class SampleDaySecrets extends SampleDayAnswers {
    /** Families of whom a source hides where they live, and what would tell: locality, schools, URNs, the service that knows them. */
    private static final Set<String> HIDDEN_FAMILIES = Set.of("novak", "brathwaite");
    private static final String[] TELLS_OF_HIDDEN_PLACES = {"westbrook", "999101", "safe haven", "safe-haven", "shv-0412"};

    /** Beginnings of places that the search for secrets must have come to, on the disks of this day's servers. */
    abstract List<String> searched();

    /** Beginnings of places of the logs that this day's servers write themselves. */
    abstract List<String> serverLogs();

    @Test
    @Order(LOOK_BACK)
    void hiddenValuesLeaveNowhere() {
        List<NamedCsvRecord> hidden = DemoDay.csv(day().export("links")).stream().filter(this::isHidden).toList();
        List<String> pages = new ArrayList<>();
        hidden.forEach(row -> pages.addAll(List.of("/people/" + row.getField("person"), "/families/" + row.getField("family"), "/reviews/people/" + row.getField("person"))));
        DemoDay.csv(day().export("alerts")).forEach(row -> pages.add("/alerts/" + row.getField("alert")));

        Map<String, String> left = Leavings.of(day(), messages(), pages);

        new HiddenValues().areNowhereIn(left);
        assertThat(hidden).isNotEmpty().allSatisfy(row -> assertThat(left.get("steward /reviews/people/" + row.getField("person"))).startsWith("200 "));
        Stream.of("front-door /inbox", "manager /alerts/A-", "steward /reviews", "ig /sharing", "ig /agreements/", "operator /feeds").forEach(place ->
                assertThat(left.entrySet()).as(place).anyMatch(one -> one.getKey().startsWith(place) && one.getValue().startsWith("200 ")));
        assertThat(left.keySet()).anyMatch(place -> place.startsWith("avonford-health/receipts/")).contains("file logs/hub.log");
        assertThat(searched()).allSatisfy(beginning -> assertThat(left.keySet()).anyMatch(place -> place.startsWith(beginning)));
    }

    /** Not only what is hidden: the operator's own lines and figures hold nothing of anybody. */
    @Test
    @Order(LOOK_BACK)
    void noLogAndNoMeasureTellsAnythingOfAPerson() {
        Map<String, String> watched = new HashMap<>();
        Leavings.filesOf(day()).forEach((place, text) -> {
            if (place.startsWith("file logs/") || place.endsWith(".log") && serverLogs().stream().anyMatch(place::startsWith)) {
                watched.put(place, text);
            }
        });
        watched.put("measures", day().browser("operator").get("/actuator/prometheus").body());
        PersonalSampleValues values = new PersonalSampleValues(day().hub().bean(JdbcClient.class));

        assertThat(values.size()).isGreaterThan(900);
        assertThat(watched.keySet()).contains("file logs/hub.log", "file logs/hub.jsonl");
        assertThat(serverLogs()).allSatisfy(beginning -> assertThat(watched.keySet()).anyMatch(place -> place.startsWith(beginning)));
        assertThat(watched.get("file logs/hub.jsonl")).contains("hub_correlation").contains("hub_delivery");
        assertThat(values.in(watched)).isEmpty();
    }

    @Test
    void whatTellsOfAHiddenPlaceIsNotSaidOfThatFamily() {
        List<NamedCsvRecord> alerts = DemoDay.csv(day().export("alerts")).stream().filter(row -> hiddenPeople().stream().anyMatch(row.getField("children")::contains)).toList();
        assertThat(alerts).hasSizeGreaterThanOrEqualTo(HIDDEN_FAMILIES.size());
        List<String> said = new ArrayList<>(alerts.stream().map(row -> String.join(",", row.getFields())).toList());
        alerts.forEach(row -> {
            messages().stream().filter(message -> message.group().equals(row.getField("family"))).forEach(message -> said.add(message.text()));
            Stream.of("front-door", "manager", "ig").forEach(role -> said.add(day().browser(role).get("/alerts/" + row.getField("alert")).body()));
        });
        DemoDay.csv(day().export("needs")).stream().filter(row -> hiddenPeople().contains(row.getField("person"))).forEach(row -> said.add(String.join(",", row.getFields())));

        assertThat(said).allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(TELLS_OF_HIDDEN_PLACES));
    }

    @Test
    void victimAndAllegedLeaveNowhereTogether() {
        Map<List<String>, Set<String>> couples = couples();
        assertThat(couples).hasSizeGreaterThan(3);
        List<String> left = new ArrayList<>(messages().stream().map(Message::text).toList());
        Stream.of("links", "needs", "alerts").forEach(name -> day().export(name).lines().forEach(left::add));
        SampleCase.inOrder().stream().map(SampleCase::agency).distinct().forEach(agency -> left.addAll(day().files(agency, "/out").values()));

        couples.values().forEach(couple -> assertThat(left).as(couple.toString()).noneMatch(text -> couple.stream().allMatch(text::contains)));
        assertThat(day().export("links")).doesNotContain("ALLEGED_PERPETRATOR");
    }

    /** By referral, the people who are its victim and its alleged perpetrator. */
    private Map<List<String>, Set<String>> couples() {
        Map<List<String>, Set<String>> couples = new HashMap<>();
        day().hub().bean(JdbcClient.class).sql("""
                SELECT r.agency, r.source_ref, v.ref AS victim, a.ref AS alleged FROM record r
                  JOIN mention mv ON mv.record_id = r.id AND mv.role = 'VICTIM' JOIN link lv ON lv.mention_id = mv.id JOIN person v ON v.id = lv.person_id
                  JOIN mention ma ON ma.record_id = r.id AND ma.role = 'ALLEGED_PERPETRATOR' JOIN link la ON la.mention_id = ma.id JOIN person a ON a.id = la.person_id
                """).query(row -> {
                    couples.put(List.of(row.getString("agency"), row.getString("source_ref")), Set.of(row.getString("victim"), row.getString("alleged")));
                });
        return couples;
    }

    private Set<String> hiddenPeople() {
        return told().trueNames().entrySet().stream().filter(person -> HIDDEN_FAMILIES.stream().anyMatch(family -> person.getValue().startsWith(family + "."))).map(Map.Entry::getKey).collect(toSet());
    }

    private boolean isHidden(NamedCsvRecord link) {
        return hiddenPeople().contains(link.getField("person"));
    }
}
