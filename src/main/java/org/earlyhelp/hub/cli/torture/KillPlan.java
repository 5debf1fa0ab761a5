package org.earlyhelp.hub.cli.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** When the hub is killed: one kill a wave, at moments drawn from a seed; early ones are likelier, for a wave is soon loaded. */
record KillPlan(List<Kill> kills) {
    private static final int LONGEST_MILLIS = 1_500;
    private static final int LONGEST_START_MILLIS = 6_000;
    private static final double WHILE_STARTING = 0.25;

    KillPlan {
        kills = List.copyOf(kills);
    }

    /**
     * A kill.
     *
     * @param millis      after the first upload of its wave was closed; others may be under way
     * @param startMillis after the restart was begun, when that is killed too
     */
    record Kill(int millis, Optional<Integer> startMillis) {
    }

    static KillPlan none() {
        return new KillPlan(List.of());
    }

    static KillPlan of(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double at = random.nextDouble();
            boolean again = random.nextDouble() < WHILE_STARTING;
            int later = random.nextInt(LONGEST_START_MILLIS);
            kills.add(new Kill((int) (at * at * LONGEST_MILLIS), again ? Optional.of(later) : Optional.empty()));
        }
        return new KillPlan(kills);
    }

    /** The kill of that wave, counted from 0. */
    Optional<Kill> of(int wave) {
        return wave < kills.size() ? Optional.of(kills.get(wave)) : Optional.empty();
    }
}
