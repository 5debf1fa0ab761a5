package org.earlyhelp.hub.intake.resend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.kernel.HubSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawReturnTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    @TempDir
    private Path folder;
    private RawStore raw;
    private SftpFolders homes;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(folder.resolve("keys"));
        raw = new RawStore(new HubSettings(folder.resolve("data"), folder, folder.resolve("keys"), false));
        homes = new SftpFolders(folder.resolve("sftp"));
    }

    @Test
    void putsBackWhatWasSentAndNotWhatWasInIt() throws IOException {
        // A listing has no order: among many the wrong one would be met first.
        List<LostFile> files = IntStream.range(0, 16).mapToObj(n -> lost("01K4M5N6P7Q8R9S0T1V2W3X4" + (10 + n))).toList();
        for (LostFile file : files) {
            raw.keepOpened(file.upload(), NOW, out -> out.write("what was in it".getBytes(StandardCharsets.UTF_8)));
            raw.keep(file.upload(), NOW, new ByteArrayInputStream("as it came".getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(new RawReturn(raw).putBack(files, homes)).isEqualTo(16);
        assertThat(lane()).hasSize(16).allSatisfy(file -> assertThat(file).hasContent("as it came"));
    }

    @Test
    void putsBackAFileWithItsSender() throws IOException {
        raw.keep("01K4M5N6P7Q8R9S0T1V2W3X410", NOW, new ByteArrayInputStream(new byte[1]));

        new RawReturn(raw).putBack(List.of(lost("01K4M5N6P7Q8R9S0T1V2W3X410")), homes);

        assertThat(LaneFile.parse(lane().get(0).getFileName().toString())).contains(new LaneFile("01K4M5N6P7Q8R9S0T1V2W3X410", false, "school1", "again-R-10"));
    }

    @Test
    void putsBackARecallOfItsFileThoughNoCopyIsLeft() throws IOException {
        LostFile recall = new LostFile("R-3", "01K4M5N6P7Q8R9S0T1V2W3X410", "a-school", null, "attendance", LostFile.Kind.RECALL, "R-20261123-ABCDEF", "aa", 0, NOW);

        assertThat(new RawReturn(raw).putBack(List.of(recall), homes)).isOne();
        assertThat(lane().get(0)).hasFileName("01K4M5N6P7Q8R9S0T1V2W3X410.live~again-R-3.recall").hasContent("R-20261123-ABCDEF");
    }

    private List<Path> lane() throws IOException {
        try (var files = Files.list(homes.lane("a-school", "attendance"))) {
            return files.toList();
        }
    }

    private static LostFile lost(String upload) {
        return LostFile.file("R-" + upload.substring(24), upload, new AccountName("a-school", "school1"), "attendance", "aa", 1, NOW);
    }
}
