package org.earlyhelp.hub.cli.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropMakerTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    @TempDir
    private Path folder;

    @Test
    void sendsEveryGeneratedRecordOnce() throws IOException {
        Drop drop = make(folder);

        long notAttendance = drop.files().stream().filter(file -> !file.feed().equals(Sent.ATTENDANCE)).mapToLong(DropFile::records).sum();
        long truth = drop.records().stream().filter(record -> !record.contains("/" + Sent.ATTENDANCE + "/")).count();
        assertThat(notAttendance).isEqualTo(truth);
        assertThat(drop.attendanceRows()).isPositive();
    }

    @Test
    void putsFilesOfSeveralAgenciesIntoEveryWave() throws IOException {
        for (List<DropFile> wave : make(folder).waves()) {
            assertThat(agencies(wave)).contains("avonford-schools", "avonford-health").hasSizeGreaterThan(2);
        }
    }

    @Test
    void givesNoTwoFilesOneName() throws IOException {
        assertThat(make(folder).files()).extracting(DropFile::place).doesNotHaveDuplicates();
    }

    @Test
    void followsFromItsSeed() throws IOException {
        assertThat(make(folder.resolve("one"))).isEqualTo(make(folder.resolve("other")));
    }

    private static Drop make(Path folder) throws IOException {
        return DropMaker.make(6, 40, 7, TODAY, folder);
    }

    private static Set<String> agencies(List<DropFile> wave) {
        return wave.stream().map(DropFile::agency).collect(Collectors.toSet());
    }
}
