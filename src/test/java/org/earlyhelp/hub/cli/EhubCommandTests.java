package org.earlyhelp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.HubApplication;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.StartFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EhubCommandTests {
    private static final FeedTrial NO_TRIAL = (configDir, file, agency, feed, clock) -> new FeedTrial.UnknownFeed(List.of());

    @TempDir
    private Path checkout;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void standInTheCheckout() {
        System.setProperty("ehub.home", checkout.toString());
    }

    @AfterEach
    void leave() {
        System.clearProperty("ehub.home");
    }

    @Test
    void wrongUseIsTwo() {
        assertThat(run(Rooms.ofThisHub())).isEqualTo(2);
        assertThat(run(Rooms.ofThisHub(), "dmeo")).isEqualTo(2);
        assertThat(run(Rooms.ofThisHub(), "demo", "--twice")).isEqualTo(2);
        assertThat(run(Rooms.ofThisHub(), "check")).isEqualTo(2);
    }

    @Test
    void helpListsTheVerbs() {
        assertThat(run(Rooms.ofThisHub(), "help")).isZero();
        assertThat(out.toString()).contains("demo", "run", "doctor", "check", "generate", "retrain", "rule", "log", "Exit codes:").doesNotContain("prepare");
    }

    @Test
    void helpExplainsOneVerb() {
        assertThat(run(Rooms.ofThisHub(), "help", "check")).isZero();
        assertThat(out.toString()).contains("--feed=AGENCY/FEED", "Nothing is kept.");
    }

    @Test
    void doctorNamesMissingFolders() {
        assertThat(run(Rooms.ofThisHub(), "doctor")).isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(5).contains("agreements: there is no such folder in " + checkout, "4 faults.");
    }

    @Test
    void doctorFindsNothingWhereAllIsWell() {
        assertThat(run(new Rooms(List.of(), NO_TRIAL), "doctor")).isZero();
        assertThat(out.toString()).startsWith("No faults in ");
    }

    @Test
    void doctorSpeaksJson() throws IOException {
        Files.createDirectory(checkout.resolve("rules"));
        Rooms.FolderCheck broken = new Rooms.FolderCheck("rules", folder -> List.of(new ConfigFault("needs.yaml", 12, "no such group")));

        assertThat(run(new Rooms(List.of(broken), NO_TRIAL), "doctor", "--json")).isEqualTo(1);
        assertThat(out.toString().strip()).isEqualTo("{\"faults\":[{\"folder\":\"rules\",\"file\":\"needs.yaml\",\"line\":12,\"reason\":\"no such group\"}]}");
    }

    @Test
    void namesABrokenModelOfWeights() throws IOException {
        Path model = Files.writeString(checkout.resolve("model.json"), "{}");

        assertThat(ModelCheck.findings(Map.of("HUB_LINKAGE_MODEL", model.toString()))).singleElement().asString()
                .startsWith("HUB_LINKAGE_MODEL: " + model + " is no model of weights");
        assertThat(ModelCheck.findings(Map.of())).isEmpty();
    }

    @Test
    void checkSaysWhatAReceiptWouldSay() throws IOException {
        Path file = Files.createFile(checkout.resolve("november.csv"));
        FeedTrial trial = (configDir, tried, agency, feed, clock) -> new FeedTrial.Result("school-attendance@1", "PARTIAL", 2, 1, 1, 0,
                List.of(new FeedTrial.Finding(3, 2, "UPN", "UNKNOWN_CODE", "error", "This code is not in the list.", "Use a code of the list.")), false);

        assertThat(run(new Rooms(List.of(), trial), "check", file.toString(), "--feed", "avonford-schools/school-attendance")).isEqualTo(1);
        assertThat(out.toString()).contains("PARTIAL, 2 records, 1 accepted, 1 rejected",
                "error UNKNOWN_CODE (line 3, UPN): This code is not in the list. Use a code of the list.");
    }

    @Test
    void checkRefusesAFeedWithoutAgency() throws IOException {
        Path file = Files.createFile(checkout.resolve("november.csv"));

        assertThat(run(Rooms.ofThisHub(), "check", file.toString(), "--feed", "school-attendance")).isEqualTo(2);
        assertThat(err.toString()).contains("AGENCY/FEED");
    }

    @Test
    void aFailureIsOneLineAndThree() throws IOException {
        Path file = Files.createFile(checkout.resolve("november.csv"));
        FeedTrial trial = (configDir, tried, agency, feed, clock) -> {
            throw new StartFailure("No such feed.");
        };

        assertThat(run(new Rooms(List.of(), trial), "check", file.toString(), "--feed", "a/b")).isEqualTo(3);
        assertThat(err.toString()).isEqualToIgnoringNewLines("No such feed.");
    }

    private int run(Rooms rooms, String... arguments) {
        CommandLine command = EhubCommand.commandLine(HubApplication.class, rooms);
        return command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
