package org.earlyhelp.hub.web.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earlyhelp.hub.intake.canary.CanaryFlight;
import org.earlyhelp.hub.intake.canary.CanaryLeg;
import org.earlyhelp.hub.page.PlainTime;

/**
 * The newest canary of a feed, in words.
 *
 * @param came  what became of it
 * @param steps its steps with what each came to and how long it took
 */
record CanaryLine(String feed, String sent, String came, List<String> steps) {
    static CanaryLine of(CanaryFlight flight) {
        String came = flight.isOnItsWay() ? "on its way" : flight.fault() != null ? flight.fault() : "through, after " + seconds(flight.sentAt(), flight.arrivedAt());
        return new CanaryLine(flight.agency() + " / " + flight.feed(), PlainTime.of(flight.sentAt()), came, steps(flight));
    }

    private static List<String> steps(CanaryFlight flight) {
        List<String> steps = new ArrayList<>();
        Instant from = flight.sentAt();
        for (CanaryLeg leg : flight.legs()) {
            steps.add(leg.name() + ": " + leg.words() + ", " + seconds(from, leg.endedAt()));
            from = leg.endedAt();
        }
        return steps;
    }

    private static String seconds(Instant from, Instant to) {
        return String.format(Locale.UK, "%.1f s", Duration.between(from, to).toMillis() / 1000.0);
    }
}
