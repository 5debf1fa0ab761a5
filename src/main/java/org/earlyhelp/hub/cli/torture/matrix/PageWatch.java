package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.earlyhelp.hub.cli.bench.StaffBrowser;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.Waiting;

/** A worker of the front door and an operator who look at their pages again and again while something is injected. */
final class PageWatch {
    private static final long BETWEEN_LOOKS_MILLIS = 200;
    private static final int WARM_UPS = 10;
    private final StaffBrowser worker;
    private final StaffBrowser operator;
    private final AtomicBoolean ended = new AtomicBoolean();

    private PageWatch(StaffBrowser worker, StaffBrowser operator) {
        this.worker = worker;
        this.operator = operator;
    }

    /** Signed in, each page seen some times: a hub that has just started is not what is judged. */
    static PageWatch warmedUp(ChildHub hub) throws IOException {
        PageWatch watch = new PageWatch(StaffBrowser.signedIn(hub, "front-door"), StaffBrowser.signedIn(hub, "operator"));
        for (int i = 0; i < WARM_UPS; i++) {
            watch.look();
        }
        return watch;
    }

    /** Looks, beside the caller, until {@link #end}. */
    CompletableFuture<List<Duration>> begin() {
        return CompletableFuture.supplyAsync(() -> {
            List<Duration> times = new ArrayList<>();
            while (!ended.get()) {
                times.addAll(look());
                Waiting.millis(BETWEEN_LOOKS_MILLIS);
            }
            return times;
        });
    }

    /** How long each page took. */
    List<Duration> end(CompletableFuture<List<Duration>> looks) {
        ended.set(true);
        return looks.join();
    }

    private List<Duration> look() {
        try {
            return List.of(worker.timeTo("/inbox"), operator.timeTo("/feeds"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
