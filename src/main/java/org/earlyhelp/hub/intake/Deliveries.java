package org.earlyhelp.hub.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has arrived, for pages and checks. No personal data but the senders' own file names. Thread-safe. */
public interface Deliveries {
    /** The newest deliveries first; {@code agency} and {@code feed} may be null for all. */
    List<Delivery> newest(String agency, String feed, int limit);

    /** The latest time at which any file came, by the clock of then; empty when none did. */
    Optional<Instant> latestArrival();

    /** The delivery of that receipt; empty when there is none. */
    Optional<Delivery> find(String receipt);

    /** The kept errors of a delivery in order of the file, errors and warnings. */
    List<DeliveryError> errorsOf(long deliveryId, int limit);

    /** Every feed of which something has arrived, by agency and feed. */
    List<ArrivedFeed> arrived();

    /** Every feed of which files wait for an agreement or a layout, by agency and feed. */
    List<HeldFeed> held();

    /** Deliveries that are not yet decided or not yet answered. */
    long open();
}
