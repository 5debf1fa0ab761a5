package org.earlyhelp.hub.alert.life;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.earlyhelp.hub.alert.AlertContent;

/** From when a second agency had a fact about a family: from then on the two together could have been seen. */
public final class SecondAgency {
    private SecondAgency() {
    }

    /** The second of the days on which each agency's first need or harm test of the alert begins; empty with fewer than two agencies. */
    public static Optional<LocalDate> factOn(AlertContent content) {
        Map<String, LocalDate> firstOf = new TreeMap<>();
        content.needs().forEach(need -> firstOf.merge(need.agency(), need.firstOn(), SecondAgency::earlier));
        content.harmTests().forEach(test -> firstOf.merge(test.agency(), test.on(), SecondAgency::earlier));
        return firstOf.values().stream().sorted().skip(1).findFirst();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
