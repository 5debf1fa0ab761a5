package org.earlyhelp.hub.intake.take;

import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.FeedTerms;
import org.springframework.stereotype.Component;

/** Which feeds may be taken today, by agreement and mapping. Thread-safe. */
@Component
public class Feeds {
    private final AgreementBook agreements;
    private final MappingBook mappings;
    private final HubClock clock;

    /** Either the feed, or a plain sentence why its files have to wait. */
    public sealed interface Standing {
        record Open(Feed feed) implements Standing {
        }

        record Waits(String reason) implements Standing {
        }
    }

    public Feeds(AgreementBook agreements, MappingBook mappings, HubClock clock) {
        this.agreements = agreements;
        this.mappings = mappings;
        this.clock = clock;
    }

    public Standing standing(String agency, String feed) {
        Optional<FeedTerms> terms = agreements.feed(agency, feed);
        if (terms.isEmpty()) {
            return new Standing.Waits("No agreement names this feed yet.");
        }
        if (!agreements.inForce(agency, clock.today())) {
            return new Standing.Waits("The sharing agreement " + terms.get().agreement() + " is not in force today.");
        }
        Optional<Mapping> mapping = mappings.find(terms.get().mapping());
        return mapping.<Standing>map(layout -> new Standing.Open(new Feed(terms.get(), layout)))
                .orElseGet(() -> new Standing.Waits("The layout \"" + terms.get().mapping() + "\" of this feed is not ready at the hub."));
    }
}
