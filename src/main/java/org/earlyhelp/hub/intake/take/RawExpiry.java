package org.earlyhelp.hub.intake.take;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Raw files end by themselves so long after their delivery was decided as the agency's agreement says, sooner where it keeps something for
 * a shorter time. What was refused of them and its corrections end with them. One that still waits is kept.
 */
@Component
public class RawExpiry {
    private static final Logger LOG = LoggerFactory.getLogger(RawExpiry.class);
    private final RawStore raw;
    private final DeliveryStore deliveries;
    private final QuarantineStore quarantine;
    private final AgreementBook agreements;
    private final HubClock clock;

    public RawExpiry(RawStore raw, DeliveryStore deliveries, QuarantineStore quarantine, AgreementBook agreements, HubClock clock) {
        this.raw = raw;
        this.quarantine = quarantine;
        this.deliveries = deliveries;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** Destroys those whose time is over; returns how many. One that the disk does not let go keeps no other. */
    public int forgetOld() {
        return (int) raw.kept().stream().filter(kept -> deliveries.ofUpload(kept.upload()).filter(this::isOver).isPresent()).filter(this::isForgotten).count();
    }

    private boolean isForgotten(RawStore.Kept kept) {
        try {
            raw.forget(kept);
        } catch (UncheckedIOException e) {
            LOG.warn("the raw copy of upload {} is over and cannot be deleted; tried again with the next tidying", kept.upload());
            return false;
        }
        quarantine.gone(kept.upload(), clock.now());
        return true;
    }

    private boolean isOver(Delivery delivery) {
        return delivery.stage() != Stage.RECEIVED && delivery.stage() != Stage.HELD && delivery.decidedAt() != null
                && delivery.decidedAt().isBefore(London.startOf(oldest(delivery.agency())));
    }

    /** A raw file holds data of every class, so that the shortest time that is agreed for one of them ends it, if that is shorter. */
    private LocalDate oldest(String agency) {
        Stream<Period> agreed = agreements.agreementOf(agency).map(agreement -> Stream.concat(Stream.of(agreement.rawFiles()), agreement.retention().values().stream()))
                .orElse(Stream.of(Agreement.RAW_FILES_USUAL));
        return agreed.map(clock.today()::minus).max(Comparator.naturalOrder()).orElseThrow();
    }
}
