package org.earlyhelp.hub.intake.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.earlyhelp.hub.kernel.HubClock;

/** The steps that a canary has behind it, and the one it is at. For one thread. */
final class CanaryLegs {
    /** A step that takes longer lets files wait as well. */
    static final Duration LIMIT = Duration.ofSeconds(60);
    private final String upload;
    private final CanaryAir air;
    private final HubClock clock;
    private final List<CanaryLeg> behind = new ArrayList<>();
    private String at;
    private Instant since;

    CanaryLegs(String upload, CanaryAir air, HubClock clock) {
        this.upload = upload;
        this.air = air;
        this.clock = clock;
        begin("being pulled from its lane");
        end("pulled by the feed's own route");
    }

    /** Goes a step, which answers what it came to. Throws what the step throws, and CanaryRefused when it took too long. */
    void go(String step, Supplier<String> work) {
        begin(step);
        end(work.get());
    }

    /** Why it went no further, naming the step. */
    String fault(RuntimeException why) {
        if (why instanceof CanaryRefused) {
            return at + ": " + why.getMessage();
        }
        // A message may quote what was read, made up as it is.
        return at + " failed (" + why.getClass().getSimpleName() + ")";
    }

    List<CanaryLeg> behind() {
        return List.copyOf(behind);
    }

    private void begin(String step) {
        at = step;
        since = clock.now();
        air.at(upload, step, since);
    }

    private void end(String words) {
        Instant ended = clock.now();
        if (ended.isAfter(since.plus(LIMIT))) {
            throw new CanaryRefused("it took " + Duration.between(since, ended).toSeconds() + " s, more than " + LIMIT.toSeconds());
        }
        behind.add(new CanaryLeg(at, words, ended));
    }
}
