package org.earlyhelp.hub.intake.canary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.NoteName;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.checksum.ChecksumGate;
import org.earlyhelp.hub.intake.checksum.ChecksumNote;
import org.earlyhelp.hub.intake.storage.AttendanceBatch;
import org.earlyhelp.hub.intake.storage.AttendanceStore;
import org.earlyhelp.hub.intake.storage.CanaryStore;
import org.earlyhelp.hub.intake.storage.ChecksumStore;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.RecordStore;
import org.earlyhelp.hub.intake.storage.RecordStore.Placed;
import org.earlyhelp.hub.intake.storage.StoreResult;
import org.earlyhelp.hub.intake.storage.Verdict;
import org.earlyhelp.hub.intake.take.Feed;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Notice;
import org.springframework.stereotype.Component;

/** Writes a canary's delivery and its record as any other's, in the caller's transaction, as far as the decision. Thread-safe. */
@Component
class CanaryWriting {
    private final DeliveryStore deliveries;
    private final RecordStore records;
    private final AttendanceStore attendance;
    private final ChecksumStore checksums;
    private final ChecksumGate gate;
    private final CanaryStore canaries;
    private final HubClock clock;

    CanaryWriting(DeliveryStore deliveries, RecordStore records, AttendanceStore attendance, ChecksumStore checksums, ChecksumGate gate, CanaryStore canaries, HubClock clock) {
        this.deliveries = deliveries;
        this.records = records;
        this.attendance = attendance;
        this.checksums = checksums;
        this.gate = gate;
        this.canaries = canaries;
        this.clock = clock;
    }

    /** Writes them; returns the records that wait for identity. Throws CanaryRefused. */
    List<Long> write(Feed feed, String upload, byte[] bytes, Notice notice, CanaryLegs legs) {
        Delivery[] delivery = new Delivery[1];
        legs.go("writing it to the tables", () -> {
            delivery[0] = deliveries.insert(new DeliveryStore.Arrival(Ids.receiptRef(clock.today()), upload, feed.terms().agency(), feed.terms().feed(), false,
                    new CanaryFile(upload).fileName(), bytes.length, sha256(bytes), Stage.RECEIVED, null, clock.now())).orElseThrow();
            store(delivery[0], feed, notice);
            return "written and accepted";
        });
        if (feed.terms().form().checksum()) {
            legs.go("comparing its checksum", () -> compare(delivery[0]));
        }
        List<Long> waiting = canaries.recordsOf(feed.terms().agency(), feed.terms().feed(), notice.sourceRef());
        if (waiting.isEmpty()) {
            throw new CanaryRefused("its record was not found again");
        }
        return waiting;
    }

    private void store(Delivery delivery, Feed feed, Notice notice) {
        StoreResult stored = stored(delivery, feed, notice);
        if (stored.counts().accepted() != 1 || !stored.work()) {
            throw new CanaryRefused("its record was not taken");
        }
        deliveries.decide(delivery.id(), Verdict.of(Stage.ACCEPTED), clock.now());
    }

    private StoreResult stored(Delivery delivery, Feed feed, Notice notice) {
        boolean urgent = feed.terms().isUrgent();
        if (!(notice.fact() instanceof AttendanceDay day)) {
            return records.store(delivery, feed.hasVersions(), urgent, List.of(new Placed(new SourceLocation(1, 1), notice)));
        }
        AttendanceBatch batch = new AttendanceBatch();
        batch.add(notice, day, delivery.id());
        return attendance.store(delivery, urgent, batch);
    }

    /** Notes a checksum as a sender's tool writes it, and lets the file pass by it. */
    private String compare(Delivery delivery) {
        byte[] line = (delivery.sha256() + "  " + delivery.fileName() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            ChecksumNote note = ChecksumNote.read(delivery.fileName() + NoteName.CHECKSUM.ending(), new ByteArrayInputStream(line)).orElseThrow(() -> new CanaryRefused("it cannot be read"));
            checksums.note(delivery, note.fileName(), note.sha256(), clock.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gate.stop(delivery).ifPresent(stop -> {
            throw new CanaryRefused("it does not fit");
        });
        return "fits";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
