package org.earlyhelp.hub.need.lane;

import java.time.Instant;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.springframework.stereotype.Component;

/** Feeds are live from the date that their agreement names; a feed without agreement or date is shadow. */
@Component
class AgreedLiveFeeds implements LiveFeeds {
    private final AgreementBook agreements;

    AgreedLiveFeeds(AgreementBook agreements) {
        this.agreements = agreements;
    }

    @Override
    public boolean clocks(String agency, String feed, Instant occurredAt, Instant receivedAt) {
        return agreements.feed(agency, feed).filter(terms -> terms.isLiveOn(London.dateOf(occurredAt))).isPresent();
    }
}
