package org.earlyhelp.hub.intake.route;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.Trail;
import org.earlyhelp.hub.intake.canary.CanaryFile;
import org.earlyhelp.hub.intake.canary.CanaryTaking;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.take.DeliveryDoor;
import org.earlyhelp.hub.intake.take.DeliveryRun;
import org.earlyhelp.hub.intake.take.DeliveryTaking;
import org.earlyhelp.hub.intake.take.Failures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The steps that the route files name: {@code receive}, {@code take} and {@code finish}. Thin: the work is done by the
 * take package. The run of a file travels as exchange property {@link #RUN}.
 */
@Component("delivery")
public class LaneSteps {
    /** Exchange property: the {@link DeliveryRun}; absent when the file needs no more work. */
    public static final String RUN = "run";
    /** Exchange property: so many items of a file are taken at once. */
    public static final String CHUNK_ROWS = "chunkRows";
    private final DeliveryDoor door;
    private final DeliveryTaking taking;
    private final Failures failures;
    private final RawStore raw;
    private final ObjectProvider<CanaryTaking> canaries;
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();

    public LaneSteps(DeliveryDoor door, DeliveryTaking taking, Failures failures, RawStore raw, ObjectProvider<CanaryTaking> canaries) {
        this.door = door;
        this.taking = taking;
        this.failures = failures;
        this.raw = raw;
        this.canaries = canaries;
    }

    /** Receives the pulled file; the body becomes its raw copy. A canary is taken at once and needs no more work. */
    public void receive(Exchange exchange) throws IOException {
        String name = exchange.getIn().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        Optional<CanaryFile> canary = CanaryFile.parse(name);
        if (canary.isPresent()) {
            canaries.getObject().take(exchange.getProperty("agency", String.class), exchange.getProperty("feed", String.class), canary.get(), exchange.getIn().getBody(InputStream.class));
            return;
        }
        LaneFile file = LaneFile.parse(name).orElseThrow();
        new Trail(file.upload(), null).follow("receive", () -> {
            claim(exchange, file.upload());
            InputStream content = exchange.getIn().getBody(InputStream.class);
            begin(exchange, door.receive(exchange.getProperty("agency", String.class), exchange.getProperty("feed", String.class), file, content));
        });
    }

    /** Makes sure that no other thread works on the upload, until the exchange is over. */
    void claim(Exchange exchange, String upload) throws IOException {
        if (!atWork.add(upload)) {
            throw new IOException("upload " + upload + " is being taken already");
        }
        exchange.getExchangeExtension().addOnCompletion(new Noting(upload));
    }

    boolean isAtWork(String upload) {
        return atWork.contains(upload);
    }

    /** Puts a run that is to go on into the exchange. */
    void begin(Exchange exchange, Optional<DeliveryRun> run) {
        run.ifPresent(going -> {
            exchange.setProperty(RUN, going);
            exchange.getIn().setBody(raw.open(going.delivery().upload(), going.delivery().receivedAt()));
        });
    }

    /** Takes one chunk. */
    public void take(Exchange exchange) {
        @SuppressWarnings("unchecked")
        List<SourceItem> items = exchange.getIn().getBody(List.class);
        DeliveryRun run = runOf(exchange);
        Trail.of(run.delivery()).follow("take", () -> taking.take(run, items));
    }

    /** Decides the delivery and answers its sender. */
    public void finish(Exchange exchange) {
        DeliveryRun run = runOf(exchange);
        Trail.of(run.delivery()).follow("finish", () -> taking.finish(run));
    }

    /** Notes that the taking of an upload broke off; it may be tried again. */
    void failed(String upload, Throwable fault) {
        atWork.remove(upload);
        new Trail(upload, null).follow("fail", () -> failures.failed(upload, fault));
    }

    static DeliveryRun runOf(Exchange exchange) {
        return exchange.getProperty(RUN, DeliveryRun.class);
    }

    /** Notes how the file's exchange ended. */
    final class Noting extends SynchronizationAdapter {
        private final String upload;

        Noting(String upload) {
            this.upload = upload;
        }

        @Override
        public void onComplete(Exchange exchange) {
            atWork.remove(upload);
            failures.succeeded(upload);
        }

        @Override
        public void onFailure(Exchange exchange) {
            failed(upload, exchange.getException() != null ? exchange.getException() : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        }
    }
}
