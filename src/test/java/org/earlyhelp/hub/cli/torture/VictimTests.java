package org.earlyhelp.hub.cli.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VictimTests {
    @Test
    void readsAList() {
        assertThat(Victim.parse("broker, Hub")).containsExactlyInAnyOrder(Victim.HUB, Victim.BROKER);
        assertThatIllegalArgumentException().isThrownBy(() -> Victim.parse("hub,printer")).withMessageContaining("\"printer\" is none of hub, broker, database");
    }

    @Test
    void takesEachInTurnAndThenAllAtOnce() {
        assertThat(Victim.turns(Set.of(Victim.HUB, Victim.DATABASE))).containsExactly(Set.of(Victim.HUB), Set.of(Victim.DATABASE), Set.of(Victim.HUB, Victim.DATABASE));
        assertThat(Victim.turns(Set.of(Victim.HUB))).isEqualTo(List.of(Set.of(Victim.HUB)));
    }

    @Test
    void killsNoStartWhereTheHubStaysUp() {
        assertThat(KillPlan.of(60, 7, Set.of(Victim.BROKER)).kills()).allMatch(kill -> kill.startMillis().isEmpty()).allMatch(kill -> kill.strikes(Victim.BROKER));
    }
}
