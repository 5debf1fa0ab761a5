package org.earlyhelp.hub.intake.canary;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.earlyhelp.hub.intake.take.Feed;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.mapping.MappingSample;
import org.earlyhelp.hub.person.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a canary that a lane brought through every part of the hub. Whatever is written for it is taken back; then it goes over
 * the broker and is acknowledged. Thread-safe.
 */
@Component
public class CanaryTaking {
    private static final Logger LOG = LoggerFactory.getLogger(CanaryTaking.class);
    /** A sample, and what wraps it. */
    private static final int LIMIT_BYTES = (int) MappingSample.SIZE_LIMIT_BYTES + 10_000;
    private final CanaryReading reading;
    private final CanaryWriting writing;
    private final CanaryLanding landing;
    private final CanaryAir air;
    private final List<CanaryStep> steps;
    private final HubClock clock;
    private final TransactionTemplate takenBack;

    public CanaryTaking(CanaryReading reading, CanaryWriting writing, CanaryLanding landing, CanaryAir air, List<CanaryStep> steps, HubClock clock,
                        PlatformTransactionManager transactions) {
        this.reading = reading;
        this.writing = writing;
        this.landing = landing;
        this.air = air;
        this.steps = List.copyOf(steps);
        this.clock = clock;
        this.takenBack = new TransactionTemplate(transactions);
        // It holds locks that real files wait for.
        takenBack.setTimeout((int) CanaryLegs.LIMIT.toSeconds());
    }

    /** Takes it. A canary that does not get through is acknowledged with the reason; throws only when that cannot be noted. */
    public void take(String agency, String feed, CanaryFile file, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LIMIT_BYTES);
        CanaryLegs legs = new CanaryLegs(file.upload(), air, clock);
        CanaryMessage canary = new CanaryMessage(agency, feed, file.upload(), null);
        try {
            land(canary, bytes, legs);
        } catch (RuntimeException | Error e) {
            air.landed(file.upload());
            throw e;
        }
    }

    private void land(CanaryMessage canary, byte[] bytes, CanaryLegs legs) {
        CanaryMessage flown;
        try {
            flown = fly(canary, bytes, legs);
        } catch (RuntimeException e) {
            LOG.warn("the canary of {}/{} did not get through: {}", canary.agency(), canary.feed(), legs.fault(e));
            landing.failed(canary, legs.behind(), legs.fault(e));
            return;
        }
        landing.flown(flown, legs.behind());
    }

    private CanaryMessage fly(CanaryMessage canary, byte[] bytes, CanaryLegs legs) {
        Feed feed = reading.feed(canary.agency(), canary.feed());
        Notice notice = reading.read(feed, canary.upload(), bytes, legs);
        steps.forEach(CanaryStep::prepare);
        String text = CanaryMark.during(() -> takenBack.execute(status -> {
            status.setRollbackOnly();
            return pass(writing.write(feed, canary.upload(), bytes, notice, legs), legs);
        }));
        return new CanaryMessage(canary.agency(), canary.feed(), canary.upload(), text);
    }

    /** What the last part that has anything to tell would tell; null for nothing. */
    private String pass(List<Long> records, CanaryLegs legs) {
        String[] text = new String[1];
        for (CanaryStep step : steps) {
            legs.go(step.name(), () -> {
                CanaryYield came = step.pass(records);
                text[0] = came.message() == null ? text[0] : came.message();
                return came.words();
            });
        }
        return text[0];
    }
}
