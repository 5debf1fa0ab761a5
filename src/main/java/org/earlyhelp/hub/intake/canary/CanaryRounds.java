package org.earlyhelp.hub.intake.canary;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.intake.storage.CanaryStore;
import org.earlyhelp.hub.intake.take.Feed;
import org.earlyhelp.hub.intake.take.Feeds;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.mapping.MappingSample;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.FeedTerms;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.storage.fault.PassingFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends a canary into every feed that may be taken, every quarter of an hour, and raises an alarm when one does not arrive in
 * time or does not get through. One a feed is on its way at most. A feed whose layout has no sample has no canary. Thread-safe.
 */
@Component
public class CanaryRounds extends TaskLifecycle {
    /** From one canary of a feed to the next. */
    public static final Duration EVERY = Duration.ofMinutes(15);
    /** After so long a canary of an urgent feed is late. */
    public static final Duration URGENT_LIMIT = Duration.ofMinutes(5);
    /** A bulk lane may have a long file before it. */
    public static final Duration BULK_LIMIT = Duration.ofMinutes(30);
    /** A start has other things to do first. */
    static final Duration AFTER_START = Duration.ofMinutes(1);
    private static final int LOOK_SECONDS = 15;
    private static final Logger LOG = LoggerFactory.getLogger(CanaryRounds.class);
    private final AgreementBook agreements;
    private final Feeds feeds;
    private final CanaryStore store;
    private final CanaryDrop drop;
    private final Path mappingsDir;
    private final CanaryAlarms alarms;
    private final CanaryLanding landing;
    private final CanaryAir air;
    private final HubClock clock;
    private final Instant startedAt;
    private final RegularTask regularly = new RegularTask("canary", LOOK_SECONDS, this::look);

    CanaryRounds(AgreementBook agreements, Feeds feeds, CanaryStore store, CanaryDrop drop, HubSettings settings, CanaryAlarms alarms, CanaryLanding landing, CanaryAir air, HubClock clock) {
        this.agreements = agreements;
        this.feeds = feeds;
        this.store = store;
        this.drop = drop;
        this.mappingsDir = settings.configDir().resolve("mappings");
        this.alarms = alarms;
        this.landing = landing;
        this.air = air;
        this.clock = clock;
        this.startedAt = clock.now();
    }

    /** The newest canary of each feed, by agency and feed. */
    public List<CanaryFlight> flights() {
        return store.all();
    }

    /** One look: sends what is due and judges what is on its way, each feed by itself. */
    public synchronized void look() {
        if (isRecent(startedAt, AFTER_START)) {
            return;
        }
        Set<String> flying = new HashSet<>();
        List<String> stuck = new ArrayList<>();
        for (FeedTerms terms : agreements.feeds()) {
            String lane = terms.agency() + "/" + terms.feed();
            try {
                canaryOf(terms).ifPresent(content -> {
                    flying.add(lane);
                    look(terms, content);
                });
            } catch (RuntimeException e) {
                if (PassingFault.isBehind(e)) {
                    throw e;
                }
                flying.add(lane);
                stuck.add(lane);
                LOG.debug("the canary of {} could not be looked after ({})", lane, e.getClass().getSimpleName());
            }
        }
        List<CanaryFlight> all = store.all();
        alarms.judgeBroker(all);
        all.stream().filter(flight -> !flying.contains(flight.lane())).forEach(this::forget);
        alarms.judgeStuck(stuck);
    }

    /** Empty for a feed that takes nothing now, or has no sample. */
    private Optional<byte[]> canaryOf(FeedTerms terms) {
        return feeds.standing(terms.agency(), terms.feed()) instanceof Feeds.Standing.Open open ? sampleOf(open.feed()) : Optional.empty();
    }

    private void look(FeedTerms terms, byte[] content) {
        store.of(terms.agency(), terms.feed()).ifPresent(landing::judge);
        Optional<CanaryFlight> newest = store.of(terms.agency(), terms.feed());
        newest.ifPresent(flight -> alarms.judge(flight, terms.isUrgent() ? URGENT_LIMIT : BULK_LIMIT));
        if (newest.isEmpty() || isDue(newest.get())) {
            String upload = Ids.ulid(clock);
            store.sent(terms.agency(), terms.feed(), upload, clock.now());
            drop.lay(terms, upload, content);
        } else if (newest.get().isOnItsWay() && air.of(newest.get().upload()).isEmpty() && !drop.lies(terms, newest.get().upload())) {
            // Not put there before a crash, or in hand and not acknowledged then: the same again, its time still running.
            drop.lay(terms, newest.get().upload(), content);
        }
    }

    /** One that was sent before the clock was put back is due, also if it is on its way: else it would be on time until the clock has caught up. */
    private boolean isDue(CanaryFlight newest) {
        return newest.sentAt().isAfter(clock.now()) || !newest.isOnItsWay() && !isRecent(newest.sentAt(), EVERY);
    }

    private boolean isRecent(Instant since, Duration time) {
        Instant now = clock.now();
        return !now.isBefore(since) && now.isBefore(since.plus(time));
    }

    private void forget(CanaryFlight flight) {
        alarms.forget(flight);
        store.forget(flight.agency(), flight.feed());
    }

    private Optional<byte[]> sampleOf(Feed feed) {
        return MappingSample.read(mappingsDir, feed.mapping()).or(() -> MappingSample.madeUp(feed.mapping()).filter(made -> made.faults(feed.mapping(), MappingTime.of(clock)).isEmpty()))
                .map(MappingSample::content);
    }

    @Override
    protected HubTask task() {
        return regularly;
    }
}
