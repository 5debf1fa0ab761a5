package org.earlyhelp.hub.intake.sftp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.UploadClosed;
import org.earlyhelp.hub.intake.UploadCut;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every client of another maker is held to. A subclass says how its program does it; each act ends with the program's own exit code. */
abstract class OtherMakersClient {
    static final String FOLDER = "/in/missing-children/";
    private static final byte[] NOTICE = "{\"noticeRef\":\"made-up\"}\n".getBytes(StandardCharsets.UTF_8);
    private static final int LARGE_BYTES = 3_000_000;
    private static final int PARALLEL = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    @TempDir
    Path root;
    SftpSite site;

    @BeforeEach
    void start() throws Exception {
        skipUnlessInstalled();
        site = SftpSite.start(root);
    }

    @AfterEach
    void stop() throws IOException {
        if (site != null) {
            site.close();
        }
    }

    /** Aborts the test with a word where the program is not on this machine. */
    abstract void skipUnlessInstalled();

    /** Sends the file to the full name, with what this client does by default. */
    abstract List<String> put(Path own, String remote) throws IOException;

    /** As {@link #put}, at some 100 kB a second. */
    abstract List<String> putSlowly(Path own, String remote) throws IOException;

    /** Sends what the remote file lacks. */
    abstract List<String> resume(Path own, String remote) throws IOException;

    abstract List<String> rename(String from, String to) throws IOException;

    abstract List<String> list(String folder) throws IOException;

    abstract List<String> fetch(String remote, Path own) throws IOException;

    /** Sends all files into the folder, several at a time. */
    abstract List<List<String>> putAtOnce(List<Path> own, String folder) throws IOException;

    /** Acts that must not succeed, each by itself. */
    abstract List<List<String>> outbreaks(Path own) throws IOException;

    @Test
    void uploadsAFile() throws Exception {
        done(put(site.own("notice.json", NOTICE), FOLDER + "notice.json"));

        assertThat(site.taken()).singleElement().satisfies(file -> {
            assertThat(LaneFile.parse(file.getFileName().toString()).orElseThrow().name()).isEqualTo("notice.json");
            assertThat(file).hasBinaryContent(NOTICE);
        });
        assertThat(site.news).containsExactly(new UploadClosed(SftpSite.AGENCY, SftpSite.FEED));
    }

    @Test
    void uploadsALongFileAndAnEmptyOne() throws Exception {
        byte[] large = large();
        done(put(site.own("large.json", large), FOLDER + "large.json"));
        done(put(site.own("empty.json", new byte[0]), FOLDER + "empty.json"));

        assertThat(site.taken()).hasSize(2);
        assertThat(site.taken().get(0)).hasBinaryContent(large);
        assertThat(site.taken().get(1)).isEmptyFile();
    }

    @Test
    void listsItsOwnPlaces() throws Exception {
        assertThat(done(list("/"))).contains("in").contains("receipts").contains("out").contains("help").doesNotContain("homes").doesNotContain("lanes");
        assertThat(done(list("/in/"))).contains("missing-children").contains("domestic-abuse").contains("test");
    }

    @Test
    void readsItsReceipts() throws Exception {
        Files.writeString(site.folders.receipts(SftpSite.AGENCY).resolve("notice.json.R-1.receipt.txt"), "All taken.");
        done(fetch("/receipts/notice.json.R-1.receipt.txt", root.resolve("fetched.txt")));

        assertThat(root.resolve("fetched.txt")).hasContent("All taken.");
    }

    @Test
    void resumesAfterACutLineAndGivesTheName() throws Exception {
        byte[] large = large();
        Path own = site.own("large.json", large);
        cutOnceUnderWay(putSlowly(own, FOLDER + "large.json.part"));
        Path part = site.folders.in(SftpSite.AGENCY, SftpSite.FEED).resolve("large.json.part");
        await().atMost(PATIENCE).until(() -> Files.exists(part));
        assertThat(Files.size(part)).isLessThan(LARGE_BYTES);

        done(resume(own, FOLDER + "large.json.part"));
        done(rename(FOLDER + "large.json.part", FOLDER + "large.json"));

        assertThat(site.taken()).singleElement().satisfies(file -> assertThat(file).hasBinaryContent(large));
        assertThat(site.news).containsExactly(new UploadClosed(SftpSite.AGENCY, SftpSite.FEED));
    }

    @Test
    void leavesNothingOfAnUploadThatWasCut() throws Exception {
        cutOnceUnderWay(putSlowly(site.own("large.json", large()), FOLDER + "large.json"));

        await().atMost(PATIENCE).until(() -> !site.news.isEmpty());
        assertThat(site.news).singleElement().isInstanceOf(UploadCut.class);
        assertThat(site.taken()).isEmpty();
    }

    @Test
    void uploadsSeveralAtOnce() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < PARALLEL; number++) {
            files.add(site.own("notice-" + number + ".json", ("[" + number + "]").repeat(9_000).getBytes(StandardCharsets.UTF_8)));
        }
        for (Ran ran : Ran.all(root, putAtOnce(files, FOLDER))) {
            assertThat(ran.exit()).as(ran.output()).isZero();
        }
        assertThat(site.taken()).hasSize(PARALLEL).allSatisfy(file -> {
            String name = LaneFile.parse(file.getFileName().toString()).orElseThrow().name();
            assertThat(file).hasSameBinaryContentAs(files.get(Integer.parseInt(name.replaceAll("\\D", ""))));
        });
        assertThat(site.news).containsOnly(new UploadClosed(SftpSite.AGENCY, SftpSite.FEED));
    }

    @Test
    void isConfined() throws Exception {
        Path own = site.own("notice.json", NOTICE);
        done(put(own, FOLDER + "notice.json.part"));
        List<String> before = site.everything();
        for (List<String> outbreak : outbreaks(own)) {
            Ran ran = Ran.of(root, outbreak);
            assertThat(ran.exit()).as("%s%n%s", String.join(" ", outbreak), ran.output()).isNotZero();
            assertThat(ran.output()).doesNotContain("root:");
        }
        assertThat(site.everything()).isEqualTo(before);
        assertThat(site.news).isEmpty();
    }

    final String done(List<String> words) throws Exception {
        Ran ran = Ran.of(root, words);
        assertThat(ran.exit()).as("%s%n%s", String.join(" ", words), ran.output()).isZero();
        return ran.output();
    }

    private void cutOnceUnderWay(List<String> words) throws Exception {
        Process client = Ran.begin(root, words, root.resolve("cut.txt"));
        await().atMost(PATIENCE).until(() -> client.isAlive() && incomingBytes() > 0);
        client.descendants().forEach(ProcessHandle::destroyForcibly);
        client.destroyForcibly().waitFor();
        await().atMost(PATIENCE).until(() -> incomingBytes() == 0);
    }

    private long incomingBytes() throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(site.folders.incoming())) {
            for (Path file : files) {
                bytes += file.toFile().length();
            }
        }
        return bytes;
    }

    private static byte[] large() {
        byte[] bytes = new byte[LARGE_BYTES];
        new Random(20261123).nextBytes(bytes);
        return bytes;
    }
}
