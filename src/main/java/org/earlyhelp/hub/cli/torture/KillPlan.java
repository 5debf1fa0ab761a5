package org.earlyhelp.hub.cli.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What is killed when: one kill a wave, at moments drawn from a seed; early ones are likelier, for a wave is soon loaded. */
record KillPlan(List<Kill> kills) {
    private static final int LONGEST_MILLIS = 1_500;
    private static final int LONGEST_START_MILLIS = 6_000;
    private static final int LONGEST_DOWN_MILLIS = 3_000;
    private static final double WHILE_STARTING = 0.25;

    KillPlan {
        kills = List.copyOf(kills);
    }

    /**
     * A kill.
     *
     * @param victims     what is killed at once
     * @param millis      after the first upload of its wave was closed; others may be under way
     * @param startMillis after the restart of the hub was begun, when that is killed too
     * @param downMillis  that broker or database stay away
     */
    record Kill(Set<Victim> victims, int millis, Optional<Integer> startMillis, int downMillis) {
        boolean strikes(Victim victim) {
            return victims.contains(victim);
        }
    }

    static KillPlan none() {
        return new KillPlan(List.of());
    }

    /** Kills of the hub alone. */
    static KillPlan of(int count, long seed) {
        return of(count, seed, Set.of(Victim.HUB));
    }

    /** Kills of these in turn; see {@link Victim#turns}. */
    static KillPlan of(int count, long seed, Set<Victim> victims) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom downs = new SplittableRandom(~seed);
        List<Set<Victim>> turns = Victim.turns(victims);
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double at = random.nextDouble();
            boolean again = random.nextDouble() < WHILE_STARTING;
            int later = random.nextInt(LONGEST_START_MILLIS);
            Set<Victim> struck = turns.get(i % turns.size());
            boolean startToo = again && struck.contains(Victim.HUB);
            kills.add(new Kill(struck, (int) (at * at * LONGEST_MILLIS), startToo ? Optional.of(later) : Optional.empty(), downs.nextInt(LONGEST_DOWN_MILLIS)));
        }
        return new KillPlan(kills);
    }

    /** The kill of that wave, counted from 0. */
    Optional<Kill> of(int wave) {
        return wave < kills.size() ? Optional.of(kills.get(wave)) : Optional.empty();
    }
}
