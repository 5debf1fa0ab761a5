package org.earlyhelp.hub.intake.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.PlainTime;
import org.springframework.stereotype.Component;

/**
 * Says once that a feed's canary is lost or did not get through, and at which step, and once that all is well again. A broker that
 * gives nothing back is one alarm for all feeds. For one thread.
 */
@Component
class CanaryAlarms {
    static final String LOST = "canary-lost";
    static final String REFUSED = "canary-refused";
    static final String STUCK = "canary-stuck";
    /** Database and disk may be away for less. */
    static final Duration STUCK_LIMIT = Duration.ofMinutes(5);
    private static final String BROKER = REFUSED + ":broker";
    private final OperatorAlarms alarms;
    private final CanaryAir air;
    private final HubClock clock;
    private final Instant startedAt;
    private Instant brokerFailedAt;
    private Instant stuckSince;

    CanaryAlarms(OperatorAlarms alarms, CanaryAir air, HubClock clock) {
        this.alarms = alarms;
        this.air = air;
        this.clock = clock;
        this.startedAt = clock.now();
        this.brokerFailedAt = startedAt;
    }

    /** Judges the newest canary of a feed; time in which the hub was down does not count. */
    void judge(CanaryFlight flight, Duration limit) {
        Instant now = clock.now();
        Instant from = flight.sentAt().isBefore(startedAt) && !startedAt.isAfter(now) ? startedAt : flight.sentAt();
        if (!flight.isOnItsWay()) {
            alarms.clear(key(LOST, flight));
            judge(flight);
        } else if (!from.plus(limit).isAfter(now)) {
            alarms.raise(key(LOST, flight), LOST, flight.lane() + ": the canary did not arrive within " + limit.toMinutes() + " minutes, so files of this feed may not be taken either. "
                    + where(flight) + " What agencies send is kept and waits. Look at the log and at the routes.", "/feeds");
        }
    }

    private void judge(CanaryFlight flight) {
        if (flight.fault() == null || CanaryLanding.isBrokers(flight.fault())) {
            alarms.clear(key(REFUSED, flight));
        } else {
            alarms.raise(key(REFUSED, flight), REFUSED, flight.lane() + ": the canary arrived and did not get through: " + flight.fault() + ". Files of this feed may meet the same.", "/feeds");
        }
    }

    /** Judges the broker by the newest canaries of all feeds. */
    void judgeBroker(List<CanaryFlight> flights) {
        if (brokerFailedAt.isAfter(clock.now())) {
            brokerFailedAt = clock.now();
        }
        List<CanaryFlight> failed = flights.stream().filter(flight -> flight.fault() != null && CanaryLanding.isBrokers(flight.fault())).toList();
        failed.stream().map(CanaryFlight::arrivedAt).max(Instant::compareTo).filter(brokerFailedAt::isBefore).ifPresent(at -> brokerFailedAt = at);
        if (!failed.isEmpty()) {
            alarms.raise(BROKER, REFUSED, "The canaries got through the hub and not " + failed.get(0).fault() + ". Alerts may not leave either; they wait in the database. "
                    + "Look at the broker, and whether the hub's account may read and write " + CanaryReturn.QUEUE + ".", "/queues");
        } else if (flights.stream().anyMatch(flight -> !flight.isOnItsWay() && flight.fault() == null && flight.arrivedAt().isAfter(brokerFailedAt))) {
            alarms.clear(BROKER);
        }
    }

    /** {@code lanes} of which the canary could be neither sent nor judged in this round; one alarm for all of them. */
    void judgeStuck(List<String> lanes) {
        Instant now = clock.now();
        if (lanes.isEmpty()) {
            stuckSince = null;
            alarms.clear(STUCK);
        } else if (stuckSince == null || stuckSince.isAfter(now)) {
            stuckSince = now;
        } else if (!stuckSince.plus(STUCK_LIMIT).isAfter(now)) {
            String others = lanes.size() == 1 ? "" : " and " + (lanes.size() - 1) + " others";
            alarms.raise(STUCK, STUCK, lanes.get(0) + others + ": no canary could be sent for " + STUCK_LIMIT.toMinutes() + " minutes, so nobody knows whether files of these feeds are taken. "
                    + "The others have theirs. Look at the folder of the lane, at the mapping's sample and at the disk.", "/feeds");
        }
    }

    /** Its feed takes nothing any more. */
    void forget(CanaryFlight flight) {
        alarms.clear(key(LOST, flight));
        alarms.clear(key(REFUSED, flight));
    }

    private String where(CanaryFlight flight) {
        return air.of(flight.upload()).map(place -> "It is at this step: " + place.step() + ", since " + PlainTime.of(place.since()) + ".").orElse("It was not pulled from its lane.");
    }

    private static String key(String kind, CanaryFlight flight) {
        return kind + ":" + flight.lane();
    }
}
