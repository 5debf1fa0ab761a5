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
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.embedded.storage.WorkLeft;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * One hub through one drop: wave after wave is sent, the hub killed as the plan says and started again on its folder, and
 * what its senders did not see closed is sent again, as they would. Not thread-safe.
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
    private ChildHub hub;

    /** {@code clock} is where the hub's clock starts. */
    Torture(HubLaunch launch, HubFolder folder, Instant clock, Drop drop, KillPlan plan, Consumer<String> say) {
        this.launch = launch;
        this.folder = folder;
        this.clock = clock;
        this.drop = drop;
        this.plan = plan;
        this.say = say;
    }

    /** Sends everything, waits until nothing is left to do, reads what the hub then holds and has told, and stops it. */
    HubState run() throws IOException {
        hub = ChildHub.begin(launch, folder, Optional.of(clock));
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

    /** Kills the hub at its moment, starts it again, and returns what is to be sent again. */
    private List<DropFile> killed(Senders.Sending sending, int files, int wave, KillPlan.Kill kill) throws IOException {
        await(sending.firstClosed());
        Waiting.millis(kill.millis());
        hub.kill();
        List<DropFile> unsent = await(sending.unsent()).files();
        restart("Kill %d of %d: %d ms after the first upload was closed; %d of %d uploads were closed".formatted(wave + 1, plan.kills().size(), kill.millis(),
                files - unsent.size(), files), kill.startMillis());
        return unsent;
    }

    private void restart(String moment, Optional<Integer> startMillis) throws IOException {
        hub = ChildHub.begin(launch, folder, Optional.empty());
        if (startMillis.isPresent()) {
            Waiting.millis(startMillis.get());
            hub.kill();
            hub = ChildHub.begin(launch, folder, Optional.empty());
        }
        Duration start = hub.awaitReady();
        WorkLeft.Counts left = HubTables.of(hub).workLeft();
        say.accept(moment + startMillis.map(millis -> "; killed again " + millis + " ms into its start").orElse("")
                + "; up in %.1f s with %d files undecided, %d records, %d families, %d messages left".formatted(start.toMillis() / 1000.0,
                left.arrived() - left.decided(), left.records(), left.families(), left.messages()));
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
