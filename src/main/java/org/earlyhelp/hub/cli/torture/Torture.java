package org.earlyhelp.hub.cli.torture;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.cli.outside.HubTables;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.embedded.storage.WorkLeft;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * One hub through one drop: wave after wave is sent, the hub or what it works with killed as the plan says and started again
 * where it was, and what its senders did not see closed is sent again, as they would. Not thread-safe.
 */
final class Torture {
    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(3);
    private static final Duration SEND_LIMIT = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MILLIS = 100;
    private final HubLaunch launch;
    private final HubFolder folder;
    private final Instant clock;
    private final Drop drop;
    private final KillPlan plan;
    private final Consumer<String> say;
    private final Surroundings surroundings;
    private ChildHub hub;

    /** {@code clock} is where the hub's clock starts. Broker and database can be killed where they are outside. */
    Torture(HubLaunch launch, HubFolder folder, Surroundings surroundings, Instant clock, Drop drop, KillPlan plan, Consumer<String> say) {
        this.launch = launch;
        this.folder = folder;
        this.surroundings = surroundings;
        this.clock = clock;
        this.drop = drop;
        this.plan = plan;
        this.say = say;
    }

    /** Sends everything, waits until nothing is left to do, reads what the hub then holds and has told, and stops it. */
    HubState run() throws IOException {
        hub = ChildHub.begin(launch, folder, Optional.of(clock), surroundings);
        try (Senders senders = new Senders()) {
            hub.awaitReady();
            for (int wave = 0; wave < drop.waves().size(); wave++) {
                send(senders, wave);
                settle(wave);
            }
            return HubState.read(hub, drop);
        } finally {
            hub.close();
        }
    }

    private void send(Senders senders, int wave) throws IOException {
        List<DropFile> files = drop.waves().get(wave);
        Optional<KillPlan.Kill> kill = plan.of(wave);
        Senders.Sending sending = senders.begin(hub, files);
        if (kill.isPresent()) {
            List<DropFile> unsent = killed(sending, files.size(), wave, kill.get());
            sending = senders.begin(hub, unsent);
        }
        Senders.Unsent refused = await(sending.unsent());
        if (!refused.files().isEmpty()) {
            throw new StartFailure("The hub is up and did not take " + refused.files().get(0).place() + " (" + refused.reasons() + "): see " + folder.output() + ".");
        }
    }

    /** Kills at its moment, starts again, and returns what is to be sent again. */
    private List<DropFile> killed(Senders.Sending sending, int files, int wave, KillPlan.Kill kill) throws IOException {
        await(sending.firstClosed());
        Waiting.millis(kill.millis());
        strike(kill);
        List<DropFile> unsent = kill.strikes(Victim.HUB) ? await(sending.unsent()).files() : List.of();
        startOthers(kill);
        if (!kill.strikes(Victim.HUB)) {
            unsent = await(sending.unsent()).files();
        }
        String moment = "Kill %d of %d, of %s: %d ms after the first upload was closed; %d of %d uploads were closed".formatted(wave + 1, plan.kills().size(),
                Victim.words(kill.victims()), kill.millis(), files - unsent.size(), files);
        say.accept(kill.strikes(Victim.HUB) ? restart(moment, kill.startMillis()) : moment + "; started again after " + kill.downMillis() + " ms, the hub stayed up");
        return unsent;
    }

    private void strike(KillPlan.Kill kill) {
        if (kill.strikes(Victim.HUB)) {
            hub.kill();
        }
        if (kill.strikes(Victim.BROKER)) {
            surroundings.broker().orElseThrow().kill();
        }
        if (kill.strikes(Victim.DATABASE)) {
            surroundings.database().orElseThrow().kill();
        }
    }

    private void startOthers(KillPlan.Kill kill) {
        if (!kill.strikes(Victim.HUB)) {
            Waiting.millis(kill.downMillis());
        }
        if (kill.strikes(Victim.DATABASE)) {
            surroundings.database().orElseThrow().startAgain();
        }
        if (kill.strikes(Victim.BROKER)) {
            surroundings.broker().orElseThrow().startAgain();
        }
    }

    /** What is to be said of it. */
    private String restart(String moment, Optional<Integer> startMillis) throws IOException {
        hub = ChildHub.begin(launch, folder, Optional.empty(), surroundings);
        if (startMillis.isPresent()) {
            Waiting.millis(startMillis.get());
            hub.kill();
            hub = ChildHub.begin(launch, folder, Optional.empty(), surroundings);
        }
        Duration start = hub.awaitReady();
        WorkLeft.Counts left = HubTables.of(hub).workLeft();
        return moment + startMillis.map(millis -> "; killed again " + millis + " ms into its start").orElse("")
                + "; up in %.1f s with %d files undecided, %d records, %d families, %d messages left".formatted(start.toMillis() / 1000.0,
                left.arrived() - left.decided(), left.records(), left.families(), left.messages());
    }

    private static <T> T await(CompletableFuture<T> sending) {
        return sending.orTimeout(SEND_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Nothing lies in a lane, and nothing that was taken waits for a further step. */
    private void settle(int wave) throws IOException {
        long end = System.nanoTime() + SETTLE_LIMIT.toNanos();
        HubTables tables = HubTables.of(hub);
        while (folder.hasUploadsWaiting() || !tables.workLeft().isDone(0)) {
            if (System.nanoTime() > end) {
                throw new StartFailure("Wave " + (wave + 1) + " was not dealt with in " + SETTLE_LIMIT.toMinutes() + " minutes: " + tables.workLeft() + ".");
            }
            Waiting.millis(LOOK_AGAIN_MILLIS);
        }
    }
}
