package org.earlyhelp.hub.intake.canary;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Where each canary is that this hub has in hand; a start begins with none. At most one a feed. Thread-safe. */
@Component
class CanaryAir {
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    /** The step that a canary is at. */
    record Place(String step, Instant since) {
    }

    void at(String upload, String step, Instant since) {
        places.put(upload, new Place(step, since));
    }

    /** Empty when it still lies in its lane or is done with. */
    Optional<Place> of(String upload) {
        return Optional.ofNullable(places.get(upload));
    }

    void landed(String upload) {
        places.remove(upload);
    }
}
