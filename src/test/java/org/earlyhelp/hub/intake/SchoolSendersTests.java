package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.earlyhelp.hub.intake.quarantine.QuarantineRuns;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.AgreementRefresh;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Several schools send under one agreement, each from a home of its own and for itself alone. */
class SchoolSendersTests {
    private static final String SCHOOLS = "avonford-schools";
    private static final String OAK = "avonford-schools.oak-primary";
    private static final String ELM = "avonford-schools.elm-academy";
    private static final String HEADER = "LAESTAB,URN,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,NC Year,Address Line 1,Town,Postcode,"
            + "Parent Surname,Parent Forename,Parent Phone,Session Date,AM,PM\n";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;
    private IntakeHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new IntakeHub(folder);
        Path agreement = hub.config.resolve("agreements/avonford-schools.yaml");
        Files.writeString(agreement, Files.readString(agreement).replace("feeds:\n", """
                senders:
                  oak-primary: {name: Oak Primary School, urn: "999101"}
                  elm-academy: {name: Elm Academy, urn: "999102"}
                feeds:
                """));
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private static String row(String urn, String forename) {
        return "9994001," + urn + ",,Okafor," + forename + ",,02/04/2012,M,7,1 Test Street,Avonford,ZZ99 1AA,,,,20/11/2026,/,\\\n";
    }

    private JsonNode sent(String account, String name, String rows) {
        return hub.send(account, name.contains("/") ? name : "school-attendance/" + name, HEADER + rows);
    }

    @Test
    void refusesRowsOfAnotherSchool() {
        JsonNode receipt = sent(OAK, "friday.csv", row("999101", "Chidi") + row("999102", "Ada"));

        assertThat(receipt.at("/stage").asString()).isEqualTo("PARTIAL");
        assertThat(receipt.at("/counts/accepted").asInt()).isEqualTo(1);
        assertThat(receipt.at("/errors/0/code").asString()).isEqualTo("OTHER_SCHOOL");
        assertThat(receipt.at("/errors/0/field").asString()).isEqualTo("URN");
        assertThat(receipt.at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(hub.count("SELECT count(*) FROM record WHERE source_ref LIKE '999102/%'")).isZero();
    }

    @Test
    void answersEachSenderInItsOwnHome() {
        sent(OAK, "oak.csv", row("999101", "Chidi"));
        sent(ELM, "elm.csv", row("999102", "Ada"));
        sent(SCHOOLS, "all.csv", row("999101", "Chidi") + row("999102", "Ada"));

        assertThat(hub.listing(OAK, "/receipts")).anyMatch(name -> name.startsWith("oak.csv.")).noneMatch(name -> name.startsWith("elm.csv.") || name.startsWith("all.csv."));
        assertThat(hub.download(OAK, "/receipts/index.csv")).contains("oak.csv").doesNotContain("elm.csv", "all.csv");
        assertThat(hub.listing(SCHOOLS, "/receipts")).anyMatch(name -> name.startsWith("all.csv.")).noneMatch(name -> name.startsWith("oak.csv."));
        assertThat(hub.count("SELECT count(*) FROM record")).as("a pupil is one record, whoever sends it").isEqualTo(2);
    }

    @Test
    void holdsASendersFileWhileNoAgreementStands() throws IOException {
        Path agreement = hub.config.resolve("agreements/avonford-schools.yaml");
        String text = Files.readString(agreement);
        Files.delete(agreement);
        hub.bean(AgreementRefresh.class).refresh();

        LaneFile file = new LaneFile(Ids.ulid(hub.bean(HubClock.class)), false, "oak-primary", "oak.csv");
        hub.layIntoLane(SCHOOLS, "school-attendance", file, HEADER + row("999101", "Chidi"));

        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'HELD' AND held_for = 'AGREEMENT'", 1);
        Files.writeString(agreement, text);
        hub.awaitCount("SELECT count(*) FROM delivery WHERE stage = 'ACCEPTED' AND answered_at IS NOT NULL", 1);
    }

    @Test
    void takesWhatAnotherSchoolSentInPartBefore() {
        String both = row("999101", "Chidi") + row("999102", "Ada");
        assertThat(sent(OAK, "both.csv", both).at("/stage").asString()).isEqualTo("PARTIAL");
        assertThat(sent(ELM, "both.csv", both).at("/stage").asString()).as("no duplicate of what was refused").isEqualTo("PARTIAL");

        assertThat(hub.count("SELECT count(*) FROM record")).isEqualTo(2);
        assertThat(sent(ELM, "again.csv", both).at("/stage").asString()).isEqualTo("DUPLICATE");
    }

    @Test
    void holdsATestDropToTheSameSchool() {
        JsonNode receipt = sent(OAK, "test/school-attendance/try.csv", row("999102", "Ada"));

        assertThat(receipt.at("/test").asBoolean()).isTrue();
        assertThat(receipt.at("/errors/0/code").asString()).isEqualTo("OTHER_SCHOOL");
        assertThat(hub.count("SELECT count(*) FROM record")).isZero();
    }

    @Test
    void refusesThemAgainWhenTheDeliveryIsRunAgain() {
        String receipt = sent(OAK, "friday.csv", row("999101", "Chidi") + row("999102", "Ada")).at("/receipt").asString();
        QuarantineRuns runs = hub.bean(QuarantineRuns.class);
        long run = ((QuarantineRuns.Asked.Run) runs.askWhole(receipt, "operator")).id();
        runs.work();
        runs.start(run, "operator");
        runs.work();

        assertThat(runs.run(run).orElseThrow().state().name()).isEqualTo("DONE");
        assertThat(hub.count("SELECT count(*) FROM record WHERE source_ref LIKE '999102/%'")).isZero();
    }

    @Test
    void letsNoSenderRecallTheFileOfAnother() {
        sent(OAK, "friday.csv", row("999101", "Chidi"));
        hub.send(ELM, "school-attendance/friday.csv.recall", "sent by mistake");

        assertThat(hub.count("SELECT count(*) FROM record WHERE source_ref LIKE '999101/%'")).isEqualTo(1);
        assertThat(hub.count("SELECT count(*) FROM delivery WHERE file_name = 'friday.csv' AND recalled_by IS NULL")).isEqualTo(1);
    }

    @Test
    void tellsASenderOfItsAccount() {
        await().atMost(LIMIT).until(() -> hub.listing(SCHOOLS, "/help").contains("account.txt"));
        await().atMost(LIMIT).until(() -> hub.listing(OAK, "/help").containsAll(List.of("account.txt", "school-attendance.txt")));

        assertThat(hub.download(OAK, "/help/account.txt")).contains("your account avonford-schools.oak-primary", "URN 999101", "not an emergency line", "10000 files");
        assertThat(hub.download(SCHOOLS, "/help/account.txt")).doesNotContain("URN 999101");
    }
}
