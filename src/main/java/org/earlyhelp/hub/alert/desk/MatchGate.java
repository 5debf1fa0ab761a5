package org.earlyhelp.hub.alert.desk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.life.MatchRate;
import org.earlyhelp.hub.alert.storage.MatchRateStore;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.need.Assessment;
import org.springframework.stereotype.Component;

/**
 * Stands before alerts at level 2 and 3 that a bulk file would raise: when far fewer of its records than usual speak of
 * somebody known, its columns may be mixed up and its alerts be of the wrong children. They wait until a manager lets them go, and an
 * operator is told. Level 4 and what an urgent feed brings never wait here.
 */
@Component
class MatchGate {
    static final String KIND = "match-rate-fell";
    /** {@code agency/feed/ULID@version}. */
    private static final Pattern EVIDENCE = Pattern.compile("[^/]+/[^/]+/([0-9A-Z]+)@[0-9]+");
    private final MatchRateStore rates;
    private final OperatorAlarms alarms;

    MatchGate(MatchRateStore rates, OperatorAlarms alarms) {
        this.rates = rates;
        this.alarms = alarms;
    }

    /** Whether an alert on that queue has to wait. By the newest delivery behind the family's needs. */
    boolean holds(Assessment now, AlertQueue queue) {
        if (queue == AlertQueue.FIRST_CONTACT) {
            return false;
        }
        List<String> records = now.needs().stream().flatMap(need -> need.evidence().stream()).flatMap(evidence -> recordOf(evidence).stream()).distinct().toList();
        Optional<MatchRate> newest = records.isEmpty() ? Optional.empty() : rates.ofNewest(records).filter(MatchRate::isJudged);
        newest.ifPresent(this::tell);
        return newest.filter(MatchRate::isFallen).isPresent();
    }

    /** A file before the one that fell says nothing of it: only the newest ends the alarm. */
    private void tell(MatchRate rate) {
        String key = KIND + ":" + rate.agency() + "/" + rate.feed();
        rates.mark(rate.delivery(), rate.isFallen());
        if (rate.isFallen()) {
            alarms.raise(key, KIND, ("%s/%s: only %d%% of %,d records speak of somebody known, usually %d%% do. Alerts at level 2 and 3 that rest on this file wait until a manager lets them go; "
                    + "level 4 does not wait. Look at the newest file of the feed.").formatted(rate.agency(), rate.feed(), percent(rate.rate()), rate.linked(), percent(rate.usual())), "/feeds");
        } else if (rates.isNewest(rate)) {
            alarms.clear(key);
        }
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }

    private static Optional<String> recordOf(String evidence) {
        Matcher parts = EVIDENCE.matcher(evidence);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
