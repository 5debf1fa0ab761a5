package org.earlyhelp.hub.samples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Upn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples agree with themselves: every file has its answer, its turn, and only made-up people. */
class SampleFeedsTests {
    private static final long MOST_BYTES = 3_000_000;
    private static final Set<String> CODES_OF_THE_CONTRACT = Set.of("EMPTY_FILE", "BAD_HEADER", "LIMIT_EXCEEDED", "BAD_ENCODING", "XML_FORBIDDEN",
            "NO_ROWS", "TRUNCATED_ROW", "UNCLOSED_QUOTE", "BAD_JSON", "CONTROL_CHARACTER", "PID_MISSING", "UNKNOWN_CODE", "DATE_IN_FUTURE",
            "DATE_ORDER", "MISSING_FIELD", "BAD_CHECK_DIGIT");
    private static final Set<String> HIDING_CASES = Set.of("avonford-health/health-visiting/an-address-that-must-stay-hidden",
            "safe-haven/domestic-abuse/an-address-that-must-stay-hidden");

    static List<SampleCase> cases() {
        return SampleCase.inOrder();
    }

    @Test
    void everyInputHasItsTurnOnce() throws IOException {
        assertThat(SampleCase.paths()).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(inputs().stream().map(file -> SampleCase.ROOT.relativize(file).toString()).toList());
    }

    @Test
    void aCaseFolderHoldsOneInputAndItsAnswer() throws IOException {
        for (Path input : inputs()) {
            try (Stream<Path> files = Files.list(input.getParent())) {
                assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(input.getFileName().toString(), "expected.json");
            }
            assertThat(input.getParent().getFileName().toString()).matches("[a-z]+(-[a-z0-9]+)+");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countsAddUp(SampleCase sample) {
        SampleCase.Counts counts = sample.expected().counts();
        assertThat(counts.records()).isEqualTo(counts.accepted() + counts.unchanged() + counts.rejected());
        assertThat(sample.expected().errors()).filteredOn(fault -> fault.severity().equals("warning")).hasSize(counts.warnings());
        assertThat(sample.expected().stage()).isEqualTo(stageOf(sample, counts));
    }

    @Test
    void everyCodeOfTheContractOccurs() {
        Set<String> occurring = cases().stream().flatMap(sample -> sample.expected().errors().stream()).map(SampleCase.Fault::code).collect(Collectors.toSet());
        assertThat(occurring).containsAll(CODES_OF_THE_CONTRACT);
    }

    @Test
    void everyFeedOfTheBoroughHasSamples() {
        assertThat(cases().stream().map(sample -> sample.agency() + "/" + sample.feed()).distinct().sorted()).containsExactly(
                "avonford-academies/school-attendance", "avonford-council/open-involvements", "avonford-health/health-visiting",
                "avonford-police/domestic-abuse", "avonford-police/missing-children", "avonford-schools/school-attendance",
                "clearwater/substance-misuse", "rowan-house/domestic-abuse", "safe-haven/domestic-abuse", "westmarch-police/missing-children");
    }

    @Test
    void hiddenValuesOccurOnlyWhereTheyAreHidden() throws IOException {
        List<String> hidden = SampleCase.lines(SampleCase.ROOT.resolve("hidden-values.txt"));
        Map<String, Set<String>> places = new HashMap<>();
        for (Path file : allFiles()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            hidden.stream().filter(text::contains).forEach(value -> places.computeIfAbsent(value, v -> new HashSet<>())
                    .add(SampleCase.ROOT.relativize(file.getParent()).toString()));
        }
        assertThat(places.keySet()).containsExactlyInAnyOrderElementsOf(hidden);
        assertThat(places.values()).allSatisfy(folders -> assertThat(folders).hasSize(1).isSubsetOf(HIDING_CASES));
    }

    @Test
    void everyoneIsMadeUp() throws IOException {
        for (Path input : inputs()) {
            String text = Files.readString(input, StandardCharsets.ISO_8859_1);
            assertThat(all("\\b999 ?[0-9]{3} ?[0-9]{4}\\b|\\b[0-9]{10}\\b", text)).as(input.toString()).allMatch(number -> number.startsWith("999"));
            assertThat(all("\\b0[0-9]{4} ?[0-9]{6}\\b", text)).as(input.toString()).allMatch(phone -> phone.replace(" ", "").startsWith("01632960"));
            assertThat(all("\\b[A-Z]{2}[0-9]{1,2} [0-9][A-Z]{2}\\b", text)).as(input.toString()).allMatch(postcode -> postcode.startsWith("ZZ99 ") || postcode.startsWith("ZY14 "));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void checkDigitsAreRightUnlessTheCaseIsAboutThem(SampleCase sample) {
        String text = new String(sample.bytes(), StandardCharsets.ISO_8859_1);
        long wrongNumbers = all("\\b999[0-9]{7}\\b", text).stream().filter(number -> NhsNumber.parse(number).asOptional().isEmpty()).count();
        long wrongUpns = all("\\b[A-Z]999[0-9]{9}\\b", text).stream().filter(upn -> Upn.parse(upn).asOptional().isEmpty()).count();
        long expected = sample.expected().errors().stream().filter(fault -> fault.code().equals("BAD_CHECK_DIGIT")).count();
        assertThat(wrongNumbers + wrongUpns).isEqualTo(expected);
    }

    @Test
    void expectedAlertsSpeakOfFamiliesOfTheBorough() throws IOException {
        Map<String, Set<String>> childrenOf = new HashMap<>();
        Map<String, String> alertOf = new HashMap<>();
        for (NamedCsvRecord child : csv("families.csv")) {
            childrenOf.computeIfAbsent(child.getField("family_story"), family -> new TreeSet<>()).add(child.getField("child"));
            alertOf.put(child.getField("family_story"), child.getField("alert"));
        }
        List<NamedCsvRecord> alerts = csv("expected-alerts.csv");
        assertThat(alerts).allSatisfy(alert -> assertThat(alert.getField("children")).isEqualTo(String.join(" ", childrenOf.get(alert.getField("family_story")))));
        assertThat(alerts).extracting(alert -> alert.getField("family_story")).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                alertOf.entrySet().stream().filter(family -> family.getValue().equals("yes")).map(Map.Entry::getKey).toList());
        assertThat(alertOf).containsValue("none").hasSizeBetween(60, 80);
    }

    @Test
    void everyChildOfAFamilyIsFoundByAMention() throws IOException {
        Set<List<String>> mentions = csv("expected-links.csv").stream().map(SampleFeedsTests::mention).collect(Collectors.toSet());
        assertThat(csv("families.csv")).allSatisfy(child -> assertThat(mentions).contains(mention(child)));
        assertThat(csv("expected-links.csv")).extracting(SampleFeedsTests::mention).doesNotHaveDuplicates();
    }

    @Test
    void staysSmall() throws IOException {
        long bytes = 0;
        for (Path file : allFiles()) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    /** REJECTED is a file of which nothing was taken, unless there was nothing to refuse. */
    private static String stageOf(SampleCase sample, SampleCase.Counts counts) {
        if (sample.expected().stage().equals("DUPLICATE")) {
            return "DUPLICATE";
        }
        boolean faulty = sample.expected().errors().stream().anyMatch(fault -> fault.severity().equals("error"));
        return !faulty ? "ACCEPTED" : counts.accepted() + counts.unchanged() == 0 ? "REJECTED" : "PARTIAL";
    }

    private static List<String> mention(NamedCsvRecord row) {
        return Stream.of("agency", "feed", "source_ref", "role", "index").map(row::getField).toList();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<NamedCsvRecord> csv(String name) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(SampleCase.ROOT.resolve(name))) {
            return reader.stream().toList();
        }
    }

    private static List<Path> inputs() throws IOException {
        return allFiles().stream().filter(file -> SampleCase.ROOT.relativize(file).getNameCount() == 4)
                .filter(file -> !file.getFileName().toString().equals("expected.json")).toList();
    }

    private static List<Path> allFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SampleCase.ROOT)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.endsWith("hidden-values.txt")).toList();
        }
    }
}
