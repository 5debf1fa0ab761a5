package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records torn and twisted at random by a fixed seed: a mapping must always give a notice or reasons, and never throw. */
class TornRecordsTests {
    private static final long SEED = 42;
    private static final int ROUNDS = 300;
    private static final List<String> TWISTS = List.of("", "\"\"", "null", "[]", "{}", "-1", "99999999999999999999", "1e400", "0", "2026-02-30", "9999-12-31",
            "x".repeat(600), "=1+1", "\u202E", "\uD83D\uDE00", "true", ",", "~", "^", "&", "|");

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
            "missing-children ! {\"noticeRef\":\"A\",\"version\":1,\"reportedAt\":\"2026-11-21T22:10:00Z\",\"riskFlags\":[\"CSE\"],\"child\":{\"surname\":\"Okafor\",\"dateOfBirth\":\"2012-04-02\",\"ageYears\":14,\"nhsNumber\":\"9990000018\",\"upn\":\"N999400122002\",\"address\":{\"postcode\":\"ZZ99 3VZ\",\"disclosure\":\"HIDDEN\"}}}",
            "domestic-abuse ! [{\"referralRef\":\"A\",\"occurredAt\":\"2026-11-18\",\"tool\":{\"ticks\":3,\"grade\":\"HIGH\"},\"victim\":{\"surname\":\"Reed\",\"safeToContact\":true},\"children\":[{\"surname\":\"Reed\",\"exposure\":\"SAW\"}]}]",
            "domestic-abuse-xml ! <A><Referral ref=\"1\" version=\"1\"><Occurred>2026-11-18</Occurred><Victim><Surname>Reed</Surname><Address confidential=\"no\"/></Victim></Referral></A>"})
    void givesANoticeOrReasons(String id, String file) {
        Mapping mapping = Try.mapping(id);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            try (SourceReader reader = mapping.open(new ByteArrayInputStream(twisted(file, random).getBytes(StandardCharsets.UTF_8)))) {
                while (reader.hasNext()) {
                    if (reader.next() instanceof SourceItem.Row row) {
                        assertSound(mapping.apply(row.source(), Try.TIME), round);
                    }
                }
            }
        }
    }

    private static void assertSound(MappingResult result, int round) {
        boolean hasError = result.faults().stream().anyMatch(fault -> fault.severity() == RowFault.Severity.ERROR);
        assertThat(hasError).as("seed %d, round %d: %s", SEED, round, result.faults()).isEqualTo(result instanceof MappingResult.Rejected);
        assertThat(result.faults()).allSatisfy(fault -> assertThat(fault.message() + fault.fix()).doesNotContain("Okafor", "Reed", "xxxx"));
    }

    /** Changes what stands between quotes or tags now and then, so that the file stays readable and its values do not. */
    private static String twisted(String file, Random random) {
        String[] words = file.split("(?<=[\":<>,])|(?=[\":<>,])");
        for (int change = 1 + random.nextInt(4); change > 0; change--) {
            words[random.nextInt(words.length)] = TWISTS.get(random.nextInt(TWISTS.size()));
        }
        return String.join("", words);
    }
}
