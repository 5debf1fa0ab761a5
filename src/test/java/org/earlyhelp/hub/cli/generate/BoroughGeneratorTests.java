package org.earlyhelp.hub.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Upn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BoroughGeneratorTests {
    private static final long SEED = 20261123;
    private static final int FAMILIES = 300;

    @TempDir
    private Path folder;

    @Test
    void sameSeedWritesTheSameBytes() throws IOException {
        GeneratedBorough one = GeneratedBorough.write(folder.resolve("one"), FAMILIES, SEED, 1);
        GeneratedBorough two = GeneratedBorough.write(folder.resolve("two"), FAMILIES, SEED, 1);
        assertThat(two.allFiles()).isEqualTo(one.allFiles()).hasSizeGreaterThanOrEqualTo(8);
        for (Path file : one.allFiles()) {
            assertThat(Files.mismatch(one.folder().resolve(file), two.folder().resolve(file))).as(file.toString()).isEqualTo(-1);
        }
    }

    @Test
    void anotherSeedTellsOtherStories() throws IOException {
        GeneratedBorough one = GeneratedBorough.write(folder.resolve("one"), FAMILIES, SEED, 1);
        GeneratedBorough two = GeneratedBorough.write(folder.resolve("two"), FAMILIES, SEED + 1, 1);
        assertThat(rows(one, "alerts.csv")).isNotEqualTo(rows(two, "alerts.csv"));
    }

    @Test
    void noiseNeverChangesWhatIsTrue() throws IOException {
        GeneratedBorough faultless = GeneratedBorough.write(folder.resolve("faultless"), FAMILIES, SEED, 0);
        GeneratedBorough noisy = GeneratedBorough.write(folder.resolve("noisy"), FAMILIES, SEED, 3);
        assertThat(rows(noisy, "alerts.csv")).isEqualTo(rows(faultless, "alerts.csv")).isNotEmpty();
        assertThat(peopleOf(noisy)).isEqualTo(peopleOf(faultless));
    }

    @Test
    void identifiersHaveRightCheckDigitsWithoutNoise() throws IOException {
        GeneratedBorough borough = GeneratedBorough.write(folder, FAMILIES, SEED, 0);
        List<NamedCsvRecord> rows = borough.csvFeed("avonford-schools", "school-attendance");
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(Upn.parse(row.getField("UPN")).orThrow().text()).matches("[A-Z]999.*");
            assertThat(AttendanceCode.of(row.getField("AM"), GeneratedBorough.TODAY)).isPresent();
            assertThat(AttendanceCode.of(row.getField("PM"), GeneratedBorough.TODAY)).isPresent();
        });
        assertThat(borough.health()).isNotEmpty().allSatisfy(message ->
                assertThat(NhsNumber.parse(fieldOf(message, "PID", 3).split("\\^")[0]).orThrow().digits()).startsWith("999"));
    }

    @Test
    void noTwoPupilsShareAPupilNumber() throws IOException {
        GeneratedBorough borough = GeneratedBorough.write(folder, FAMILIES, SEED, 0);
        Map<String, Set<String>> pupilsByReference = new HashMap<>();
        for (NamedCsvRecord mention : borough.truth("people.csv")) {
            if (mention.getField("role").equals("PUPIL")) {
                pupilsByReference.computeIfAbsent(mention.getField("source_ref"), ref -> new HashSet<>()).add(mention.getField("person"));
            }
        }
        assertThat(pupilsByReference.values()).isNotEmpty().allSatisfy(people -> assertThat(people).hasSize(1));
    }

    @Test
    void healthMessagesAreReadableByAnotherParser() throws Exception {
        GeneratedBorough borough = GeneratedBorough.write(folder, 60, SEED, 1);
        try (HapiContext hapi = new DefaultHapiContext(ValidationContextFactory.noValidation())) {
            for (String text : borough.health()) {
                Terser message = new Terser(hapi.getPipeParser().parse(text));
                assertThat(message.get("/MSH-9-2")).isEqualTo("A31");
                assertThat(message.get("/PID-24")).isIn("Y", "N", null);
                assertThat(message.get("/PID-31")).isEqualTo("N");
                assertThat(message.get("/PID-32")).isEqualTo("NSTS01");
                assertThat(message.get("/NK1-3-1")).isIn("MTH", "FTH");
                assertThat(message.get("/NK1-5-1")).startsWith("01632960");
            }
        }
    }

    @Test
    void findingsStandInTheFieldsOfTheContract() throws IOException {
        List<String> observations = GeneratedBorough.write(folder, FAMILIES, SEED, 0).health().stream()
                .flatMap(message -> message.lines()).filter(line -> line.startsWith("OBX")).toList();
        assertThat(observations).isNotEmpty().allSatisfy(line -> {
            String[] fields = line.split("\\|", -1);
            assertThat(fields[11]).isEqualTo("F");
            assertThat(fields[14]).matches("[0-9]{8}");
        });
        assertThat(observations).anySatisfy(line -> assertThat(line.split("\\|", -1)[8]).isEqualTo("L"));
    }

    @Test
    void everythingSentIsTakenDownInTheTruth() throws IOException {
        GeneratedBorough borough = GeneratedBorough.write(folder, FAMILIES, SEED, 1);
        List<JsonNode> notices = borough.jsonFeed("avonford-police", "missing-children");
        Set<String> sent = notices.stream().map(notice -> notice.get("noticeRef").asString() + "@" + notice.get("version").asInt()).collect(Collectors.toSet());
        Set<String> takenDown = borough.truth("people.csv").stream().filter(mention -> mention.getField("feed").equals("missing-children"))
                .map(mention -> mention.getField("source_ref") + "@" + mention.getField("version")).collect(Collectors.toSet());
        assertThat(sent).isNotEmpty().isEqualTo(takenDown);
    }

    @Test
    void theTruthSaysWhoLivesWhereAndWhenceTheNamesAre() throws IOException {
        GeneratedBorough borough = GeneratedBorough.write(folder, FAMILIES, SEED, 1);
        Map<String, String> homeOf = borough.truth("residents.csv").stream().collect(Collectors.toMap(row -> row.getField("person"), row -> row.getField("household")));
        Map<String, String> originOf = borough.truth("origins.csv").stream().collect(Collectors.toMap(row -> row.getField("household"), row -> row.getField("origin")));
        assertThat(borough.truth("people.csv")).allSatisfy(mention -> assertThat(homeOf.get(mention.getField("person"))).isEqualTo(mention.getField("household")));
        assertThat(borough.truth("alleged.csv")).isNotEmpty().allSatisfy(mention -> {
            assertThat(mention.getField("role")).isEqualTo("ALLEGED_PERPETRATOR");
            assertThat(homeOf).containsKey(mention.getField("person"));
        });
        assertThat(originOf.keySet()).containsAll(homeOf.values());
        assertThat(originOf.values()).contains("British", "South Asian Muslim", "East European");
    }

    @Test
    void healthLeavesOutSomeTwinsOrder() throws IOException {
        Set<String> twins = GeneratedBorough.write(folder, 3000, SEED, 1).health().stream()
                .map(message -> fieldOf(message, "PID", 24) + fieldOf(message, "PID", 25)).collect(Collectors.toSet());
        assertThat(twins).containsExactlyInAnyOrder("N", "Y1", "Y2", "Y", "");
    }

    @Test
    void alertsAreOfHouseholdsThatAgenciesMention() throws IOException {
        GeneratedBorough borough = GeneratedBorough.write(folder, FAMILIES, SEED, 1);
        Set<String> mentioned = borough.truth("people.csv").stream().map(mention -> mention.getField("household")).collect(Collectors.toSet());
        List<NamedCsvRecord> alerts = borough.truth("alerts.csv");
        assertThat(alerts).hasSizeBetween(FAMILIES / 40, FAMILIES / 2)
                .allSatisfy(alert -> assertThat(mentioned).contains(alert.getField("household")));
        assertThat(alerts).extracting(alert -> alert.getField("household")).doesNotHaveDuplicates();
        assertThat(alerts).extracting(alert -> alert.getField("raised_on")).containsOnly("2026-11-23");
    }

    @Test
    void nothingIsDatedAfterToday() throws IOException {
        GeneratedBorough borough = GeneratedBorough.write(folder, FAMILIES, SEED, 1);
        assertThat(borough.csvFeed("avonford-schools", "school-attendance")).allSatisfy(row ->
                assertThat(row.getField("Session Date")).matches("[0-9]{2}/(09|10|11)/2026"));
        assertThat(borough.health()).allSatisfy(message -> assertThat(fieldOf(message, "MSH", 6)).isLessThan("20261124"));
    }

    @Test
    void refusesAPlanItCannotKeep() {
        assertThatThrownBy(() -> new BoroughPlan(0, 1, GeneratedBorough.TODAY, folder, 1)).hasMessageContaining("families must be 1 to");
        assertThatThrownBy(() -> new BoroughPlan(1, 1, GeneratedBorough.TODAY, folder, -0.1)).hasMessageContaining("noise must be 0 to");
        assertThatThrownBy(() -> new BoroughPlan(1, 1, GeneratedBorough.TODAY, folder, Double.NaN)).hasMessageContaining("noise must be 0 to");
    }

    private static List<List<String>> rows(GeneratedBorough borough, String name) throws IOException {
        return borough.truth(name).stream().map(NamedCsvRecord::getFields).toList();
    }

    private static Set<String> peopleOf(GeneratedBorough borough) throws IOException {
        return borough.truth("people.csv").stream().map(mention -> mention.getField("person") + mention.getField("household")).collect(Collectors.toSet());
    }

    /** MSH-1 is the separator itself, so MSH fields sit one place lower here. */
    private static String fieldOf(String message, String segment, int field) {
        return message.lines().filter(line -> line.startsWith(segment)).findFirst().orElseThrow().split("\\|", -1)[field];
    }
}
