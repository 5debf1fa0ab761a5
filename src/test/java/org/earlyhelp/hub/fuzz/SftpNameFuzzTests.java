package org.earlyhelp.hub.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.sftp.UploadPath;

/** Paths under which a client would write: what is taken lies in its feed's folder, and its lane file tells the same name. */
class SftpNameFuzzTests {
    private static final String UPLOAD = "01KAN0R7G00000000000000001";
    private static final SftpFolders FOLDERS = new SftpFolders(Path.of("/srv/sftp"));

    @FuzzTest(maxDuration = "1m")
    void staysInItsFolder(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        check(text);
        check("/in/missing-children/" + text);
    }

    private static void check(String path) {
        UploadPath.parse(path).ifPresent(taken -> {
            Path folder = taken.test() ? FOLDERS.inTest("agency", taken.feed()) : FOLDERS.in("agency", taken.feed());
            Path file = folder.resolve(taken.name());
            assertThat(file.normalize()).isEqualTo(file);
            assertThat(file.getParent()).isEqualTo(folder);
            assertThat(taken.name().codePoints()).noneMatch(Character::isISOControl).doesNotContain(0xFFFD);
            assertThat(path).isEqualTo("/in/" + (taken.test() ? "test/" : "") + taken.feed() + "/" + taken.name());

            LaneFile lane = new LaneFile(UPLOAD, taken.test(), taken.name());
            assertThat(LaneFile.parse(lane.fileName())).contains(lane);
            assertThat(lane.fileName().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
        });
        LaneFile.parse(path).ifPresent(lane -> assertThat(lane.fileName()).isEqualTo(path));
    }
}
