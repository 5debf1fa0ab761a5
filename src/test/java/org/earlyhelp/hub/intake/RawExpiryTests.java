package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.intake.quarantine.RowDesk;
import org.earlyhelp.hub.intake.quarantine.RowMending;
import org.earlyhelp.hub.intake.route.IntakeClockwork;
import org.earlyhelp.hub.intake.take.RawExpiry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long raw files, and with them refused rows, are kept. */
class RawExpiryTests {
    private static final String COUNCIL = "avonford-council";

    @TempDir
    private Path folder;
    private IntakeHub hub;

    @BeforeEach
    void start() {
        hub = new IntakeHub(folder);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void keepsThemNinetyDays() {
        refuseARow();

        decidedDaysAgo(90);
        assertThat(hub.bean(RawExpiry.class).forgetOld()).isZero();
        decidedDaysAgo(91);
        assertThat(hub.bean(RawExpiry.class).forgetOld()).isEqualTo(1);
        assertThat(states()).containsExactly("GONE");
    }

    @Test
    void endsThemWithTheShortestTimeThatIsAgreed() throws IOException {
        Path agreement = hub.config.resolve("agreements/avonford-council.yaml");
        Files.writeString(agreement, Files.readString(agreement).replaceFirst("(?m)^  CONTACT: P\\w+", "  CONTACT: P30D"));
        refuseARow();
        hub.bean(RowMending.class).rewrite(hub.bean(RowDesk.class).open(QuarantinedRow.Choice.ALL, 1).get(0), "C-1,new", "0", "why", "operator");

        decidedDaysAgo(30);
        assertThat(hub.bean(RawExpiry.class).forgetOld()).isZero();
        decidedDaysAgo(31);
        assertThat(hub.bean(RawExpiry.class).forgetOld()).isEqualTo(1);
        assertThat(states()).containsExactly("GONE");
        assertThat(hub.count("SELECT count(*) FROM quarantine_correction WHERE sealed IS NOT NULL")).isZero();
    }

    @Test
    void keepsThemLongerWhereThatIsAgreed() throws IOException {
        agree("P180D");
        refuseARow();

        decidedDaysAgo(180);
        assertThat(hub.bean(RawExpiry.class).forgetOld()).isZero();
        decidedDaysAgo(181);
        assertThat(hub.bean(RawExpiry.class).forgetOld()).isEqualTo(1);
    }

    @Test
    void keepsThemNoLongerThanWhatIsInThem() throws IOException {
        agree("P9Y");
        refuseARow();

        decidedDaysAgo(735);
        assertThat(hub.bean(RawExpiry.class).forgetOld()).isEqualTo(1);
    }

    private void agree(String rawFiles) throws IOException {
        Path agreement = hub.config.resolve("agreements/avonford-council.yaml");
        Files.writeString(agreement, Files.readString(agreement).replaceFirst("(?m)^retention:", "rawFiles: " + rawFiles + "\nretention:"));
    }

    private void refuseARow() {
        hub.start();
        hub.send(COUNCIL, "open-involvements/x.csv", INVOLVEMENT_HEADER + "C-1,torn\n");
        // What is destroyed from here on is destroyed by the test: the hub tidies up too, once at its start.
        hub.bean(IntakeClockwork.class).stop();
    }

    private void decidedDaysAgo(int days) {
        hub.sql.sql("UPDATE delivery SET decided_at = ?::timestamptz - make_interval(days => ?)").params(IntakeHub.MONDAY.toString(), days).update();
    }

    private List<String> states() {
        return hub.sql.sql("SELECT state FROM quarantine_row").query(String.class).list();
    }
}
