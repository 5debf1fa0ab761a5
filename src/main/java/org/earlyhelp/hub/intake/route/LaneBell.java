package org.earlyhelp.hub.intake.route;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.earlyhelp.hub.intake.UploadClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Wakes the lane of a feed when an upload was closed in it. Lanes that are not there are not woken. Thread-safe. */
@Component
public class LaneBell {
    private final Map<String, Runnable> lanes = new ConcurrentHashMap<>();

    void hang(String lane, Runnable wake) {
        lanes.put(lane, wake);
    }

    void take(String lane, Runnable wake) {
        lanes.remove(lane, wake);
    }

    /** Comes on the thread of the SFTP session: only wakes, and returns at once. */
    @EventListener
    public void onUploadClosed(UploadClosed closed) {
        Runnable wake = lanes.get(closed.agency() + "/" + closed.feed());
        if (wake != null) {
            wake.run();
        }
    }
}
