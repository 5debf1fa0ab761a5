package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertLifeTests {
    /** Every event in the order of {@link AlertEvent}: the state it leads to and the message, or a dash where it is refused. */
    private static final String TABLE = """
            RAISED       RAISED+UPDATED        RAISED+UPDATED       WITHDRAWN+WITHDRAWN WITHDRAWN+WITHDRAWN CLOSED+CLOSED CLOSED+CLOSED CLOSED+CLOSED ACKNOWLEDGED DECIDED+CLOSED DECIDED+CLOSED DECIDED+CLOSED ACKNOWLEDGED RAISED
            ACKNOWLEDGED ACKNOWLEDGED+UPDATED  ACKNOWLEDGED+UPDATED WITHDRAWN+WITHDRAWN WITHDRAWN+WITHDRAWN CLOSED+CLOSED CLOSED+CLOSED -             ACKNOWLEDGED DECIDED+CLOSED DECIDED+CLOSED DECIDED+CLOSED ACKNOWLEDGED ACKNOWLEDGED
            DECIDED      -                     -                    DECIDED             -                   -             -             -             DECIDED      DECIDED+CLOSED DECIDED+CLOSED DECIDED+CLOSED -            DECIDED
            CLOSED       -                     -                    -                   -                   -             -             -             CLOSED       -              -              -              -            CLOSED
            WITHDRAWN    -                     -                    -                   -                   -             -             -             WITHDRAWN    -              -              -              -            WITHDRAWN
            """;

    static Stream<String> rows() {
        return TABLE.lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void followsTheTable(String line) {
        String[] row = line.trim().split(" +");
        AlertStatus from = AlertStatus.valueOf(row[0]);

        Stream<String> steps = Arrays.stream(AlertEvent.values()).map(event -> AlertLife.edge(from, event)
                .map(edge -> edge.to() + edge.message().map(message -> "+" + message).orElse("")).orElse("-"));

        assertThat(steps).containsExactly(Arrays.copyOfRange(row, 1, row.length));
    }

    @Test
    void everyOpenStateTakesNewEvidence() {
        for (AlertStatus status : AlertStatus.values()) {
            assertThat(AlertLife.edge(status, AlertEvent.NEW_EVIDENCE).isPresent()).as(status.name()).isEqualTo(status.isOpen());
        }
    }

    @Test
    void endsInDecidedClosedOrWithdrawn() {
        assertThat(Arrays.stream(AlertStatus.values()).filter(AlertLife::isTerminal))
                .containsExactly(AlertStatus.DECIDED, AlertStatus.CLOSED, AlertStatus.WITHDRAWN);
    }
}
