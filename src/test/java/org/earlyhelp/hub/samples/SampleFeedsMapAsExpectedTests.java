package org.earlyhelp.hub.samples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.samples.SampleCase.Counts;
import org.earlyhelp.hub.samples.SampleCase.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped mappings answer every sample as its {@code expected.json} says. */
class SampleFeedsMapAsExpectedTests {
    static List<SampleCase> cases() {
        return SampleCase.inOrder().stream().filter(sample -> !sample.expected().stage().equals("DUPLICATE")).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheFaultsExpected(SampleCase sample) {
        List<Fault> found = MappedSample.of(sample).faults();
        assertThat(found).hasSameSizeAs(sample.expected().errors());
        assertThat(sample.expected().errors()).allSatisfy(expected -> assertThat(found).anyMatch(expected::matches));
    }

    /** Which records are unchanged follows from the order of dropping, so all files are walked. */
    @Test
    void countsTheRecordsExpected() {
        Map<List<String>, String> held = new HashMap<>();
        for (SampleCase sample : cases()) {
            MappedSample mapped = MappedSample.of(sample);
            int unchanged = (int) mapped.notices().stream().filter(notice -> state(notice).equals(held.put(key(sample, notice), state(notice)))).count();
            int taken = mapped.notices().size();
            assertThat(new Counts(taken + mapped.rejected(), taken - unchanged, unchanged, mapped.rejected(), mapped.warnings()))
                    .as(sample.toString()).isEqualTo(sample.expected().counts());
        }
    }

    @Test
    void everyMentionIsExpected() throws IOException {
        Set<String> found = new HashSet<>();
        for (SampleCase sample : cases()) {
            for (Notice notice : MappedSample.of(sample).notices()) {
                notice.mentions().stream().filter(mention -> mention.role() != Role.ALLEGED_PERPETRATOR)
                        .forEach(mention -> found.add(mention(sample, notice, mention)));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expectedMentions());
    }

    /** A record is known by its reference and version; a mark by pupil and day. */
    private static List<String> key(SampleCase sample, Notice notice) {
        String day = notice.fact() instanceof AttendanceDay attendance ? attendance.date().toString() : "";
        return List.of(sample.agency(), sample.feed(), notice.sourceRef(), Integer.toString(notice.version()), day);
    }

    /** Versioned records count as unchanged whatever they say; where the newest arrival wins, only when they say the same. */
    private static String state(Notice notice) {
        boolean newestWins = notice.fact() instanceof AttendanceDay || notice.fact() instanceof Involvement;
        return newestWins ? CanonicalJson.write(notice.fact()) : "";
    }

    private static String mention(SampleCase sample, Notice notice, Mention mention) {
        return String.join(",", sample.agency(), sample.feed(), notice.sourceRef(), mention.role().name(), Integer.toString(mention.index()));
    }

    private static Set<String> expectedMentions() throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(SampleCase.ROOT.resolve("expected-links.csv"))) {
            return reader.stream().map(row -> Stream.of("agency", "feed", "source_ref", "role", "index").map(row::getField).collect(Collectors.joining(",")))
                    .collect(Collectors.toSet());
        }
    }
}
