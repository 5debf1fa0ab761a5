package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneFileTests {
    @Test
    void readsBackItsOwnName() {
        LaneFile file = new LaneFile("01K4W8M0A5B6C7D8E9F0G1H2J3", true, "Attendance ~ 20.11.csv");
        assertThat(LaneFile.parse(file.fileName())).contains(file);
    }

    @Test
    void keepsWhichSenderSentIt() {
        LaneFile file = new LaneFile("01K4W8M0A5B6C7D8E9F0G1H2J3", false, "oak-primary", "a@b~c.csv");
        assertThat(file.fileName()).isEqualTo("01K4W8M0A5B6C7D8E9F0G1H2J3.live@oak-primary~a@b~c.csv");
        assertThat(LaneFile.parse(file.fileName())).contains(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x.csv", "01K4W8M0A5B6C7D8E9F0G1H2J3", "01K4W8M0A5B6C7D8E9F0G1H2J3.live~", "01K4W8M0A5B6C7D8E9F0G1H2J3.dead~x", "01K4W8M0A5B6C7D8E9F0G1H2J3.live@~x", "01K4W8M0A5B6C7D8E9F0G1H2J3.live@../~x",
            "01K4W8M0A5B6C7D8E9F0G1H2J3.live~../x", "01K4W8M0A5B6C7D8E9F0G1H2J3.live~a\\b"})
    void takesNoOtherNames(String name) {
        assertThat(LaneFile.parse(name)).isEmpty();
    }
}
