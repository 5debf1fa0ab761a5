package org.earlyhelp.hub.cli.bench.morning;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.earlyhelp.hub.cli.bench.StaffBrowser;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.Waiting;

/** A worker of the front door and an operator who look at their pages again and again until they are stopped. */
final class Pages {
    private static final long BETWEEN_LOOKS_MILLIS = 400;
    private final Notices notices;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Map<String, List<Duration>> times = new LinkedHashMap<>();

    Pages(Notices notices) {
        this.notices = notices;
    }

    Void read(ChildHub hub) throws IOException {
        StaffBrowser worker = StaffBrowser.signedIn(hub, "front-door");
        StaffBrowser operator = StaffBrowser.signedIn(hub, "operator");
        for (int round = 0; !stopped.get(); round++) {
            note("/inbox", worker.timeTo("/inbox"));
            List<String> alerts = notices.alerts();
            if (!alerts.isEmpty()) {
                note("/alerts/{ref}", worker.timeTo("/alerts/" + alerts.get(round % alerts.size())));
            }
            note("/feeds", operator.timeTo("/feeds"));
            Waiting.millis(BETWEEN_LOOKS_MILLIS);
        }
        return null;
    }

    void stop() {
        stopped.set(true);
    }

    /** By page; read it once {@link #read} has returned. */
    Map<String, List<Duration>> times() {
        return times;
    }

    private void note(String page, Duration time) {
        times.computeIfAbsent(page, none -> new ArrayList<>()).add(time);
    }
}
