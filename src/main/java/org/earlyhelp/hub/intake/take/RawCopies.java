package org.earlyhelp.hub.intake.take;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.erasure.CopyKeeper;
import org.earlyhelp.hub.sharing.erasure.TraceSearch;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.springframework.stereotype.Component;

/**
 * Destroys every raw file that tells of erased people, whole: a raw file is either what the sender sent or nothing. One that
 * is not dealt with yet holds what nobody knows, so it is waited for.
 */
@Component
class RawCopies implements CopyKeeper {
    private static final int AFTER_THE_BROKER = 20;
    private final RawStore raw;
    private final DeliveryStore deliveries;
    private final QuarantineStore quarantine;
    private final HubClock clock;

    RawCopies(RawStore raw, DeliveryStore deliveries, QuarantineStore quarantine, HubClock clock) {
        this.raw = raw;
        this.deliveries = deliveries;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "raw files";
    }

    @Override
    public int order() {
        return AFTER_THE_BROKER;
    }

    @Override
    public Cleared clear(Traces traces) {
        TraceSearch search = new TraceSearch(traces);
        long gone = 0;
        String waits = null;
        Map<String, List<RawStore.Kept>> byUpload = raw.kept().stream().collect(Collectors.groupingBy(RawStore.Kept::upload, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<RawStore.Kept>> copies : byUpload.entrySet()) {
            Optional<Delivery> delivery = deliveries.ofUpload(copies.getKey());
            // A file that came wrapped tells only by its content, and goes with it.
            if (copies.getValue().stream().noneMatch(kept -> tells(kept, search))) {
                continue;
            }
            if (delivery.isPresent() && !isDealtWith(delivery.get())) {
                waits = "Delivery " + delivery.get().receipt() + " is not dealt with yet; its raw file goes once it is.";
            } else {
                copies.getValue().forEach(raw::forget);
                quarantine.gone(copies.getKey(), clock.now());
                gone++;
            }
        }
        return new Cleared(gone, waits);
    }

    private static boolean isDealtWith(Delivery delivery) {
        return !List.of(Stage.RECEIVED, Stage.HELD).contains(delivery.stage());
    }

    private boolean tells(RawStore.Kept kept, TraceSearch search) {
        try (InputStream content = raw.open(kept)) {
            return search.isIn(content);
        } catch (IOException e) {
            // A damaged copy cannot be read by anybody else either, but it may be theirs: it goes.
            return true;
        }
    }
}
