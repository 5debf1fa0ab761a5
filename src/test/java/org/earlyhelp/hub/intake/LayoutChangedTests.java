package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A sender whose columns change is told which, in the receipt of the first file that has them. */
class LayoutChangedTests {
    private static final String COUNCIL = "avonford-council";
    private static final String HEADER = "Case Ref,NHS Number,UPN,Surname,Forename,DOB,Postcode,Service,Level,Lead Worker,Lead Worker Contact,Opened,Closed\n";

    @TempDir
    private Path folder;
    private IntakeHub hub;
    private int files;

    @BeforeEach
    void start() {
        hub = new IntakeHub(folder).start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private static String row(int number) {
        return "C-" + number + ",,,Okafor,Chidi,2012-04-02,ZZ99 1AA,Family Help,3,J. Okoro,,2026-09-01,\n";
    }

    private JsonNode send(String header) {
        files++;
        String row = header.contains("Team") ? row(files).replace("J. Okoro,,", "J. Okoro,,North,") : row(files);
        return hub.send(COUNCIL, "open-involvements/cases-" + files + ".csv", header + row);
    }

    @Test
    void tellsTheSenderOnceInTheReceipt() {
        assertThat(send(HEADER).at("/errors").size()).isZero();

        JsonNode changed = send(HEADER.replace("Lead Worker Contact,", "Lead Worker Contact,Team,"));
        assertThat(changed.at("/stage").asString()).isEqualTo("ACCEPTED");
        assertThat(changed.at("/errors/0/code").asString()).isEqualTo("LAYOUT_CHANGED");
        assertThat(changed.at("/errors/0/message").asString()).isEqualTo("Since the file of 23 November 2026 the column \"Team\" is new; the hub does not read it.");
        assertThat(changed.at("/counts/warnings").asInt()).isEqualTo(1);

        assertThat(send(HEADER.replace("Lead Worker Contact,", "Lead Worker Contact,Team,")).at("/errors").size()).as("told once").isZero();
    }

    @Test
    void tellsItBesideTheRefusalAsLongAsNothingIsTaken() {
        send(HEADER);
        for (int i = 0; i < 2; i++) {
            JsonNode refused = send(HEADER.replace("Surname", "Family Name"));
            assertThat(refused.at("/stage").asString()).isEqualTo("REJECTED");
            assertThat(refused.at("/errors").findValuesAsString("code")).containsExactlyInAnyOrder("BAD_HEADER", "LAYOUT_CHANGED");
            assertThat(refused.at("/errors").findValuesAsString("message")).anyMatch(message -> message.contains("the column \"Surname\" is now \"Family Name\""));
        }
        assertThat(send(HEADER).at("/errors").size()).isZero();
    }

    @Test
    void stillSaysThatAFileHasNoRows() {
        send(HEADER);
        JsonNode empty = hub.send(COUNCIL, "open-involvements/none.csv", HEADER.replace("Lead Worker Contact,", "Lead Worker Contact,Team,"));

        assertThat(empty.at("/errors").findValuesAsString("code")).containsExactlyInAnyOrder("NO_ROWS", "LAYOUT_CHANGED");
    }

    @Test
    void forgetsNothingOverARestartAndLearnsNothingFromATest() {
        send(HEADER);
        hub.send(COUNCIL, "test/open-involvements/try.csv", HEADER.replace("Lead Worker Contact,", "Lead Worker Contact,Team,") + row(9));
        hub.stop();
        hub.start();

        assertThat(send(HEADER).at("/errors").size()).isZero();
        assertThat(send(HEADER.replace("Lead Worker Contact,", "Lead Worker Contact,Team,")).at("/errors/0/code").asString()).isEqualTo("LAYOUT_CHANGED");
    }
}
