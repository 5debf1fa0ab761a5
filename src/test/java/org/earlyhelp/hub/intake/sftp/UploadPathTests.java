package org.earlyhelp.hub.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.earlyhelp.hub.intake.LaneFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadPathTests {
    private static final String UPLOAD = "01KAN0R7G00000000000000001";
    private static final int FILE_SYSTEM_LIMIT_BYTES = 255;

    @Test
    void everyNameTakenFitsIntoItsLane() {
        String longest = "x".repeat(UploadPath.NAME_LIMIT_CHARACTERS - 70) + "ü".repeat(70);

        assertThat(UploadPath.parse("/in/school-attendance/" + longest)).hasValueSatisfying(path ->
                assertThat(new LaneFile(UPLOAD, false, path.name()).fileName().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(FILE_SYSTEM_LIMIT_BYTES));
        assertThat(UploadPath.parse("/in/school-attendance/" + "ü".repeat(120))).isEmpty();
        assertThat(UploadPath.parse("/in/school-attendance/" + "x".repeat(UploadPath.NAME_LIMIT_CHARACTERS + 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/in/x", "/receipts/x.csv", "/in/feed/../x.csv", "/in/feed/a/b.csv", "/in/feed/.hidden", "/in/feed/a\\b.csv", "/in/feed/a\u0000b",
            "/in/feed/a\nb", "/in/FEED/x.csv", "/in/feed/\u202Ecsv.exe", "/out/x.csv"})
    void refusesEveryOtherPlace(String path) {
        assertThat(UploadPath.parse(path)).isEmpty();
    }
}
