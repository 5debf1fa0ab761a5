package org.earlyhelp.hub.alert.desk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.Backlog;
import org.earlyhelp.hub.alert.life.MatchRate;
import org.earlyhelp.hub.alert.storage.BacklogStore;
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
    private final BacklogStore backlog;
    private final OperatorAlarms alarms;

    MatchGate(MatchRateStore rates, BacklogStore backlog, OperatorAlarms alarms) {
        this.rates = rates;
        this.backlog = backlog;
        this.alarms = alarms;
    }

    /**
     * Whether an alert on that queue has to wait: by the newest delivery behind the family's needs, or because it waits already and
     * what it rests on still came by a file that fell. A row of the next file takes no family past a manager.
     */
    boolean holds(Assessment now, AlertQueue queue) {
        if (queue == AlertQueue.FIRST_CONTACT) {
            return false;
        }
        List<String> records = now.needs().stream().flatMap(need -> need.evidence().stream()).flatMap(evidence -> recordOf(evidence).stream()).distinct().toList();
        Optional<MatchRate> newest = records.isEmpty() ? Optional.empty() : rates.ofNewest(records);
        newest.filter(MatchRate::isJudged).ifPresent(this::tell);
        return newest.isPresent() && (newest.get().isFallen() || isWaiting(now) && rates.restsOnFallen(records));
    }

    private boolean isWaiting(Assessment now) {
        return backlog.of(now.familyId()).filter(waiting -> waiting.why() == Backlog.Why.MATCH_RATE).isPresent();
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
