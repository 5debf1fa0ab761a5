package org.earlyhelp.hub.cli.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;

/** From {@code ./ehub demo --empty} of a built hub to {@code endpoints.json}: on folders that are not there yet, and again on the last of them. */
final class StartBench {
    private final int tries;
    private final Consumer<String> say;

    StartBench(int tries, Consumer<String> say) {
        this.tries = tries;
        this.say = say;
    }

    /** Makes its data folders below {@code folder} and prints the figures. */
    void run(HubFolder folder) throws IOException {
        List<Duration> fresh = new ArrayList<>();
        List<Duration> again = new ArrayList<>();
        for (int number = 1; number <= tries; number++) {
            fresh.add(start(new HubFolder(folder.root().resolve("hub-" + number))));
        }
        for (int number = 1; number <= tries; number++) {
            again.add(start(new HubFolder(folder.root().resolve("hub-" + tries))));
        }
        say.accept("start on a fresh data folder:                    " + new Timings(fresh));
        say.accept("start on an existing data folder:                " + new Timings(again));
        say.accept("a Java that does nothing, by the same script:    " + new Timings(nothing()));
    }

    private static Duration start(HubFolder folder) throws IOException {
        try (ChildHub hub = ChildHub.begin(HubLaunch.byScript(), folder, Optional.empty())) {
            return hub.awaitReady();
        }
    }

    private List<Duration> nothing() throws IOException {
        List<Duration> times = new ArrayList<>();
        for (int number = 1; number <= tries; number++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(HubLaunch.byScript().words().get(0), "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            process.onExit().join();
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return times;
    }
}
