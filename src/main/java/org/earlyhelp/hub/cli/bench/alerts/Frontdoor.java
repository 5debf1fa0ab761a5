package org.earlyhelp.hub.cli.bench.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.life.AlertMove;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.engine.Known;
import org.earlyhelp.hub.need.engine.NeedEngine;
import org.earlyhelp.hub.need.rules.Rules;

/** Assesses families that nothing was known of, all feeds live, and makes the moves that the alert room would make. */
final class Frontdoor {
    private static final Duration MORNING = Duration.ofMinutes(8 * 60 + 40);

    /**
     * An alert that was raised.
     *
     * @param households whose children the family's are
     * @param codes      of its needs and harm tests, sorted, such as {@code MISSING SCHOOL_ABSENCE}
     */
    record Found(Set<String> households, TrueAlert.Raised raised, String codes) {
    }

    /** What was assessed: every family, and the alerts raised of it. */
    record Day(List<BoroughFamily> families, List<Found> alerts) {
        /** By household, what its alerts say. */
        Map<String, String> codesByHousehold() {
            Map<String, String> codes = new HashMap<>();
            alerts.forEach(found -> found.households().forEach(household -> codes.merge(household, found.codes(), (one, other) -> one.equals(other) ? one : one + ", " + other)));
            return codes;
        }
    }

    private final NeedEngine engine;
    private final Instant now;

    Frontdoor(Rules rules, LocalDate today) {
        this.engine = new NeedEngine(rules, LiveFeeds.ALL);
        this.now = London.startOf(today).plus(MORNING);
    }

    Day raise(List<BoroughFamily> families) {
        return new Day(families, families.stream().flatMap(this::raise).toList());
    }

    private Stream<Found> raise(BoroughFamily family) {
        Assessment assessed = engine.assess(family.facts(), Known.NOTHING, now).assessment();
        return AlertMove.after(assessed, Optional.empty(), Optional.empty(), alert -> false).stream()
                .filter(AlertMove.Raise.class::isInstance).map(move -> new Found(family.households(), raised(assessed, ((AlertMove.Raise) move).queue()), codes(assessed)));
    }

    private static String codes(Assessment assessed) {
        return Stream.concat(assessed.needs().stream().map(Need::code), assessed.harmTests().stream().map(HarmTest::code)).distinct().sorted().collect(Collectors.joining(" "));
    }

    private TrueAlert.Raised raised(Assessment assessed, AlertQueue queue) {
        AlertContent content = AlertContent.of(assessed, queue);
        return new TrueAlert.Raised(queue.queueName(), content.rule().id(), content.level(), London.dateOf(now));
    }
}
