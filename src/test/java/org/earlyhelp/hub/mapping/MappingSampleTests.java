package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MappingSampleTests {
    private static final Path SHIPPED = Path.of("mappings");

    @TempDir
    private Path folder;

    static Stream<String> mappings() {
        return new MappingBook().load(SHIPPED).all().stream().map(Mapping::id);
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void isTakenByItsMappingWithoutAWord(String id) {
        MappingSample sample = MappingSample.read(SHIPPED, Try.mapping(id)).orElseThrow();

        assertThat(sample.faults(Try.mapping(id), Try.TIME)).isEmpty();
        assertThat(MappingTrial.of(Try.mapping(id), sample.content(), Try.TIME).accepted()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void isMadeUpForEveryLayoutButHl7(String id) {
        Optional<MappingSample> madeUp = MappingSample.madeUp(Try.mapping(id));

        assertThat(madeUp.isEmpty()).isEqualTo(id.equals("health-visiting"));
        madeUp.ifPresent(sample -> {
            assertThat(sample.faults(Try.mapping(id), Try.TIME)).as(new String(sample.content(), Try.mapping(id).format().charset())).isEmpty();
            assertThat(MappingTrial.of(Try.mapping(id), sample.content(), Try.TIME).accepted()).isEqualTo(1);
        });
    }

    @Test
    void isAbsentWithoutAFile() {
        assertThat(MappingSample.read(folder, Try.mapping("school-attendance"))).isEmpty();
    }

    @Test
    void isNotReadAboveItsLimit() throws IOException {
        Files.createDirectories(folder.resolve("samples"));
        Files.write(folder.resolve("samples/school-attendance.csv"), new byte[(int) MappingSample.SIZE_LIMIT_BYTES + 1]);

        assertThat(MappingSample.read(folder, Try.mapping("school-attendance"))).isEmpty();
    }
}
