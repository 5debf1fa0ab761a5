package org.earlyhelp.hub.cli.torture;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.kernel.London;

/** A whole trial: the same drop for an undisturbed hub and for one that is killed, and the referee's findings. */
final class Trial {
    /** A household's files come one feed a wave: with as many waves as there are feeds, never two in one wave. */
    private static final int FEWEST_WAVES = 6;
    /** The Monday at which the samples are told too. */
    private static final Instant CLOCK = Instant.parse("2026-11-23T08:40:00Z");
    private static final LocalDate TODAY = London.dateOf(CLOCK);
    private final HubLaunch launch;
    private final int kills;
    private final int families;
    private final long seed;
    private final Consumer<String> say;

    /** @param families for each wave of files, see {@link DropMaker#make} */
    Trial(HubLaunch launch, int kills, int families, long seed, Consumer<String> say) {
        this.launch = launch;
        this.kills = kills;
        this.families = families;
        this.seed = seed;
        this.say = say;
    }

    /** Runs it below {@code root}. Throws StartFailure when a hub does not start or does not get through. */
    List<Finding> run(HubFolder root) throws IOException {
        Drop drop = DropMaker.make(Math.max(kills, FEWEST_WAVES), families, seed, TODAY, root.root().resolve("borough"));
        say.accept("Seed " + seed + ": " + drop.files().size() + " files in " + drop.waves().size() + " waves, " + drop.files().stream().mapToLong(DropFile::records).sum()
                + " records, of which " + drop.attendanceRows() + " rows of attendance.");
        HubState undisturbed = through(root, "undisturbed", drop, KillPlan.none());
        HubState killed = through(root, "killed", drop, KillPlan.of(kills, seed));
        List<Finding> findings = new ArrayList<>(new Referee(drop, killed).judge());
        findings.addAll(new Referee(drop, killed).compare(undisturbed));
        return findings;
    }

    private HubState through(HubFolder root, String name, Drop drop, KillPlan plan) throws IOException {
        HubState state = new Torture(launch, new HubFolder(root.root().resolve(name)), CLOCK, drop, plan, say).run();
        say.accept("The " + name + " hub holds " + state.records().size() + " records and " + state.needs().size() + " needs, and has told of " + state.alerts().size() + " alerts.");
        return state;
    }
}
