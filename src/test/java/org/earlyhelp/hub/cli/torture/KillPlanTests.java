package org.earlyhelp.hub.cli.torture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KillPlanTests {
    @Test
    void followsFromItsSeed() {
        assertThat(KillPlan.of(20, 7)).isEqualTo(KillPlan.of(20, 7)).isNotEqualTo(KillPlan.of(20, 8));
    }

    @Test
    void killsOnceInEachOfTheFirstWaves() {
        KillPlan plan = KillPlan.of(3, 7);

        assertThat(plan.of(2)).isPresent();
        assertThat(plan.of(3)).isEmpty();
        assertThat(KillPlan.none().of(0)).isEmpty();
    }

    @Test
    void alsoKillsSomeStarts() {
        assertThat(KillPlan.of(100, 7).kills()).anyMatch(kill -> kill.startMillis().isPresent()).anyMatch(kill -> kill.startMillis().isEmpty());
    }
}
