package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.support.Strangers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Agencies of unseen layouts over SFTP, with the whole intake running: their answer is the one that the mapping gave. */
class StrangersArriveTests {
    @TempDir
    private static Path folder;
    private static IntakeHub hub;

    @BeforeAll
    static void start() {
        hub = new IntakeHub(folder);
        Strangers.join(hub.config);
        hub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    static List<Strangers.Case> cases() {
        return Strangers.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areAnswered(Strangers.Case sent) throws IOException {
        JsonNode receipt = hub.send(sent.agency(), sent.mapping() + "/" + sent.folder().getFileName() + "-" + sent.file().getFileName(),
                Files.readAllBytes(sent.file()));

        assertThat(receipt.at("/stage").asString()).as(receipt.toString()).isEqualTo(sent.stage());
        List<String> errors = new ArrayList<>();
        receipt.at("/errors").forEach(error -> errors.add(error.path("code").asString()));
        // What a case is told of columns depends on the case before it.
        errors.remove("LAYOUT_CHANGED");
        assertThat(errors).isEqualTo(sent.expected().stream().filter(line -> line.matches("(ERROR|WARNING) .*"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList());
    }

    @Test
    void findTheirOwnCodesAndASampleInTheirHelpFolder() {
        for (String agency : List.of("southmoor-youth", "northmoor-youth", "northgate-homes")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> hub.listing(agency, "/help").size() == 4);
        }

        assertThat(hub.download("southmoor-youth", "/help/youth-justice.txt")).contains("Risk: 1, 2, 3");
        assertThat(hub.download("northmoor-youth", "/help/youth-justice.txt")).contains("Risk: Low, Medium, High");
        assertThat(hub.listing("northgate-homes", "/help")).containsExactly("account.txt", "how-to-send.txt", "rent-arrears-sample.txt", "rent-arrears.txt");
        assertThat(hub.download("northgate-homes", "/help/rent-arrears.txt")).contains("80 characters long", "Notice date 63 to 70", "begin with T9");
    }
}
