package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.SampleText.ATTENDANCE_HEADER;
import static org.earlyhelp.hub.intake.SampleText.attendance;
import static org.earlyhelp.hub.intake.SampleText.health;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every kind of bad input of the issue, over SFTP to the receipt; nothing else is disturbed. */
class BadInputTests {
    private static final String SCHOOLS = "avonford-schools";
    private static final String ATTENDANCE = "school-attendance/";
    private static final String POLICE = "avonford-police";

    @TempDir
    private static Path folder;
    private static IntakeHub hub;

    @BeforeAll
    static void start() {
        hub = new IntakeHub(folder).start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void refusesAnEmptyFile() {
        refuses(hub.send(SCHOOLS, ATTENDANCE + "empty.csv", ""), "EMPTY_FILE");
    }

    @Test
    void takesAFileOfAHeaderOnlyWithAWarning() {
        JsonNode receipt = hub.send(SCHOOLS, ATTENDANCE + "header.csv", ATTENDANCE_HEADER);

        assertThat(outcome(receipt)).isEqualTo("ACCEPTED 0/0/0/1 NO_ROWS");
    }

    @Test
    void refusesAWrongHeader() {
        refuses(hub.send(SCHOOLS, ATTENDANCE + "columns.csv", "Name,Mark\nx,y\n"), "BAD_HEADER");
    }

    @Test
    void refusesAHeaderThatNoDatabaseCouldKeep() {
        JsonNode receipt = hub.send(SCHOOLS, ATTENDANCE + "nul.csv", ATTENDANCE_HEADER.replace("UPN", "U\0PN"));

        assertThat(outcome(receipt)).startsWith("REJECTED 0/0/0/0 BAD_HEADER");
        assertThat(receipt.at("/errors/0/message").asString()).contains("unknown \"U?PN\"");
    }

    @Test
    void rejectsATruncatedLastLine() {
        JsonNode receipt = hub.send(SCHOOLS, ATTENDANCE + "cut.csv", ATTENDANCE_HEADER + attendance("Cut", "19/11/2026", "/", "\\") + "9994001,999001,,Oka");

        assertThat(outcome(receipt)).isEqualTo("PARTIAL 1/0/1/0 TRUNCATED_ROW");
        assertThat(receipt.at("/errors/0/line").asInt()).isEqualTo(3);
    }

    @Test
    void rejectsFromAnUnclosedQuoteOn() {
        JsonNode receipt = hub.send(SCHOOLS, ATTENDANCE + "quote.csv", ATTENDANCE_HEADER + attendance("Quote", "19/11/2026", "/", "\\")
                + "9994001,999001,,\"Oka\n" + attendance("Lost", "19/11/2026", "/", "\\"));

        assertThat(outcome(receipt)).isEqualTo("PARTIAL 1/0/1/0 UNCLOSED_QUOTE");
    }

    @Test
    void refusesASingleLineOf200Megabytes() {
        LaneFile file = new LaneFile(Ids.ulid(hub.bean(HubClock.class)), false, "long.csv");

        hub.layIntoLane(SCHOOLS, "school-attendance", file, "x".repeat(200_000_000));

        hub.awaitCount("SELECT count(*) FROM delivery WHERE file_name = 'long.csv' AND answered_at IS NOT NULL", 1);
        refuses(hub.lastReceipt(SCHOOLS), "LIMIT_EXCEEDED");
    }

    @Test
    void refusesAWrongEncoding() {
        refuses(hub.send(SCHOOLS, ATTENDANCE + "latin.csv", (ATTENDANCE_HEADER + attendance("Zoë", "19/11/2026", "/", "\\")).getBytes(StandardCharsets.ISO_8859_1)), "BAD_ENCODING");
    }

    @Test
    void rejectsARowWithNulBytes() {
        JsonNode receipt = hub.send(SCHOOLS, ATTENDANCE + "nul.csv", ATTENDANCE_HEADER + attendance("Nul\0", "19/11/2026", "/", "\\") + attendance("Fine", "19/11/2026", "/", "\\"));

        assertThat(outcome(receipt)).isEqualTo("PARTIAL 1/0/1/0 CONTROL_CHARACTER");
    }

    @Test
    void rejectsInvalidJsonInTheMiddle() {
        JsonNode receipt = hub.send(POLICE, "missing-children/lines.json", notice("BJ-1") + "{\"noticeRef\": oops\n" + notice("BJ-2"));

        assertThat(outcome(receipt)).isEqualTo("PARTIAL 2/0/1/0 BAD_JSON");
        assertThat(hub.senderFaults()).anySatisfy(fault -> assertThat(fault.counts()).isEqualTo(new Counts(2, 0, 1, 0)));
    }

    @Test
    void rejectsAHealthMessageWithoutPid() {
        JsonNode receipt = hub.send("avonford-health", "health-visiting/x.hl7", health("BI-1", "PV1|1|N") + health("BI-2", "PID|1||9990000018^^^NHS^NH||OKAFOR^CHIDI||20230402|M"));

        assertThat(outcome(receipt)).startsWith("PARTIAL 1/0/1/").contains("PID_MISSING");
    }

    @Test
    void rejectsAnUnknownCode() {
        JsonNode receipt = hub.send(SCHOOLS, ATTENDANCE + "code.csv", ATTENDANCE_HEADER + attendance("Code", "19/11/2026", "@", "\\"));

        assertThat(outcome(receipt)).isEqualTo("REJECTED 0/0/1/0 UNKNOWN_CODE");
        assertThat(receipt.at("/errors/0/field").asString()).isEqualTo("AM");
    }

    @Test
    void dropsANumberWithABadCheckDigitAndKeepsTheRow() {
        JsonNode receipt = hub.send(SCHOOLS, ATTENDANCE + "upn.csv", ATTENDANCE_HEADER + attendance("A999400122002", "Digit", "19/11/2026", "/", "\\"));

        assertThat(outcome(receipt)).isEqualTo("ACCEPTED 1/0/0/1 BAD_CHECK_DIGIT");
    }

    @Test
    void rejectsADateInTheFuture() {
        JsonNode receipt = hub.send(SCHOOLS, ATTENDANCE + "future.csv", ATTENDANCE_HEADER + attendance("Future", "19/11/2027", "/", "\\"));

        assertThat(outcome(receipt)).isEqualTo("REJECTED 0/0/1/0 DATE_IN_FUTURE");
    }

    @Test
    void refusesXmlWithAnExternalEntity() {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Referrals><Referral ref=\"&e;\"/></Referrals>";

        refuses(hub.send("rowan-house", "domestic-abuse/x.xml", xml), "XML_FORBIDDEN");
        assertThat(hub.senderFaults()).anySatisfy(fault -> assertThat(fault.agency()).isEqualTo("rowan-house"));
    }

    @Test
    void neverSilencesANoticeForAMistypedBirthDate() {
        JsonNode receipt = hub.send(POLICE, "missing-children/dob.json", notice("BI-DOB", 1, "\"surname\":\"Okafor\",\"forenames\":\"Chidi\",\"dateOfBirth\":\"2012-02-31\""));

        assertThat(receipt.at("/stage").asString()).isEqualTo("ACCEPTED");
        assertThat(receipt.at("/counts/warnings").asInt()).isPositive();
        assertThat(hub.count("SELECT count(*) FROM record WHERE source_ref = 'BI-DOB'")).isEqualTo(1);
    }

    private static void refuses(JsonNode receipt, String code) {
        assertThat(outcome(receipt)).isEqualTo("REJECTED 0/0/0/0 " + code);
        assertThat(receipt.at("/errors/0/fix").asString()).isNotBlank();
    }

    /** Stage, accepted/unchanged/rejected/warnings, and the codes once each. */
    private static String outcome(JsonNode receipt) {
        JsonNode counts = receipt.at("/counts");
        assertThat(counts.at("/records").asLong()).isEqualTo(counts.at("/accepted").asLong() + counts.at("/unchanged").asLong() + counts.at("/rejected").asLong());
        String codes = String.join(" ", StreamSupport.stream(receipt.at("/errors").spliterator(), false).map(error -> error.at("/code").asString()).distinct().toList());
        return "%s %d/%d/%d/%d %s".formatted(receipt.at("/stage").asString(), counts.at("/accepted").asLong(), counts.at("/unchanged").asLong(),
                counts.at("/rejected").asLong(), counts.at("/warnings").asLong(), codes);
    }
}
