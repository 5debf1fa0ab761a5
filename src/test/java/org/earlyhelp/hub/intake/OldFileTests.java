package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.involvement;

import java.nio.file.Path;
import java.time.Duration;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file of long ago that comes again, in a feed where the newest arrival stands. */
class OldFileTests {
    private static final String COUNCIL = "avonford-council";
    private static final String OPEN = INVOLVEMENT_HEADER + involvement("C-1", "");
    @TempDir
    private Path folder;
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private IntakeHub hub;

    @BeforeEach
    void start() {
        hub = new IntakeHub(folder, clock.asHubClock()).start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void isHeldWhenNewerFilesCameSince() {
        String first = hub.send(COUNCIL, "open-involvements/1.csv", OPEN).at("/receipt").asString();
        hub.send(COUNCIL, "open-involvements/2.csv", INVOLVEMENT_HEADER + involvement("C-1", "2026-11-20"));
        clock.forward(Duration.ofDays(31));

        JsonNode again = hub.send(COUNCIL, "open-involvements/3.csv", OPEN);

        assertThat(again.at("/stage").asString()).isEqualTo("HELD");
        assertThat(again.at("/reason").asString()).contains(first, "an operator looks at it");
        assertThat(hub.count("SELECT count(*) FROM record WHERE fact ->> 'closed' IS NULL")).isZero();
    }

    @Test
    void isADuplicateWhenNothingCameSince() {
        hub.send(COUNCIL, "open-involvements/1.csv", OPEN);
        clock.forward(Duration.ofDays(31));

        assertThat(hub.send(COUNCIL, "open-involvements/2.csv", OPEN).at("/stage").asString()).isEqualTo("DUPLICATE");
    }
}
