package org.earlyhelp.hub.cli.torture;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.cli.outside.OutsideBroker;
import org.earlyhelp.hub.cli.outside.OutsideDatabase;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.earlyhelp.hub.embedded.DemoAccounts;
import org.earlyhelp.hub.kernel.London;

/** A whole trial: the same drop for an undisturbed hub and for one that is killed, and the referee's findings. */
final class Trial {
    /** A household's files come one feed a wave: with as many waves as there are feeds, never two in one wave. */
    private static final int FEWEST_WAVES = 6;
    /** The Monday at which the samples are told too. */
    private static final Instant CLOCK = Instant.parse("2026-11-23T08:40:00Z");
    private static final LocalDate TODAY = London.dateOf(CLOCK);
    private final HubLaunch launch;
    private final Set<Victim> victims;
    private final int kills;
    private final int families;
    private final long seed;
    private final Consumer<String> say;

    /** @param families for each wave of files, see {@link DropMaker#make} */
    Trial(HubLaunch launch, Set<Victim> victims, int kills, int families, long seed, Consumer<String> say) {
        this.launch = launch;
        this.victims = Set.copyOf(victims);
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
        HubState undisturbed = through(new HubFolder(root.root().resolve("undisturbed")), "undisturbed", Surroundings.none(), drop, KillPlan.none());
        HubState killed = killed(new HubFolder(root.root().resolve("killed")), drop);
        List<Finding> findings = new ArrayList<>(new Referee(drop, killed).judge());
        findings.addAll(new Referee(drop, killed).compare(undisturbed));
        findings.add(killed.log());
        return findings;
    }

    /** A broker or database that is to be killed is a server of its own, for what lives inside the hub dies with it. */
    private HubState killed(HubFolder folder, Drop drop) throws IOException {
        try (Surroundings surroundings = new Surroundings(
                victims.contains(Victim.DATABASE) ? Optional.of(OutsideDatabase.start(folder.root().resolve("outside-database"))) : Optional.empty(),
                victims.contains(Victim.BROKER) ? Optional.of(OutsideBroker.start(folder.root().resolve("outside-broker"),
                        DemoAccounts.open(folder.data()).password(DemoAccounts.CASE_SYSTEM))) : Optional.empty(), Map.of())) {
            return through(folder, "killed", surroundings, drop, KillPlan.of(kills, seed, victims));
        }
    }

    private HubState through(HubFolder folder, String name, Surroundings surroundings, Drop drop, KillPlan plan) throws IOException {
        HubState state = new Torture(launch, folder, surroundings, CLOCK, drop, plan, say).run();
        say.accept("The " + name + " hub holds " + state.records().size() + " records and " + state.needs().size() + " needs, and has told of " + state.alerts().size() + " alerts.");
        return state;
    }
}
