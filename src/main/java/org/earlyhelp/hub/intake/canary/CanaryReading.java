package org.earlyhelp.hub.intake.canary;

import java.io.IOException;
import org.earlyhelp.hub.intake.envelope.OwnEnvelope;
import org.earlyhelp.hub.intake.take.Feed;
import org.earlyhelp.hub.intake.take.Feeds;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.mapping.MappingTrial;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.sharing.FileForm;
import org.springframework.stereotype.Component;

/** Opens and reads a canary's file as the feed's own files are, by the layout in force. Writes nothing. Thread-safe. */
@Component
class CanaryReading {
    private final Feeds feeds;
    private final OwnEnvelope envelopes;
    private final HubClock clock;

    CanaryReading(Feeds feeds, OwnEnvelope envelopes, HubClock clock) {
        this.feeds = feeds;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    /** The feed, if it takes files now. Throws CanaryRefused. */
    Feed feed(String agency, String feed) {
        if (feeds.standing(agency, feed) instanceof Feeds.Standing.Open open) {
            return open.feed();
        }
        throw new CanaryRefused("the feed takes nothing now");
    }

    /** The first record of the file, about the canary child. Throws CanaryRefused. */
    Notice read(Feed feed, String upload, byte[] bytes, CanaryLegs legs) {
        byte[][] content = {bytes};
        if (OwnEnvelope.isAgreed(feed.terms().form())) {
            legs.go("opening its envelope", () -> {
                content[0] = opened(bytes, feed.terms().form());
                return feed.terms().form().pgp() == FileForm.Pgp.NO ? "unzipped" : "decrypted" + (feed.terms().form().zip() ? " and unzipped" : "");
            });
        }
        Notice[] read = new Notice[1];
        legs.go("reading it by its layout", () -> {
            read[0] = CanaryChild.instead(firstOf(feed, content[0]), upload, clock.today());
            return "read by " + feed.mapping().reference();
        });
        return read[0];
    }

    private byte[] opened(byte[] bytes, FileForm form) {
        try {
            return envelopes.opened(bytes, form);
        } catch (IOException e) {
            throw new CanaryRefused("the hub cannot open what it made itself (" + e.getClass().getSimpleName() + ")");
        }
    }

    private Notice firstOf(Feed feed, byte[] content) {
        MappingTrial trial = MappingTrial.of(feed.mapping(), content, MappingTime.of(clock));
        if (trial.fileRefused() || trial.rejected() > 0 || trial.notices().isEmpty()) {
            throw new CanaryRefused("the layout " + feed.mapping().reference() + " refuses its own sample");
        }
        return trial.notices().get(0);
    }
}
