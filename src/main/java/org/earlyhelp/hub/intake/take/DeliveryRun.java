package org.earlyhelp.hub.intake.take;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.QuarantinedRow.Refused;
import org.earlyhelp.hub.intake.storage.AttendanceBatch;
import org.earlyhelp.hub.intake.storage.RecordStore.Placed;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Notice;

/** One pass of one delivery: how far the file is read, and what is read but not yet committed. Used by one thread at a time. */
public final class DeliveryRun {
    /** So many errors of a file are kept; more are only counted. */
    public static final int KEPT_ERRORS_LIMIT = 10_000;

    private final Delivery delivery;
    private final Feed feed;
    private final MappingTime time;
    private final Layouts.Seen layout;
    private long read;
    private long errorsKept;
    private Pending pending = new Pending();
    private CompletableFuture<Void> committing = CompletableFuture.completedFuture(null);

    /** What is read and mapped, after item {@code from} up to item {@code upTo} of the file, and waits for its transaction. */
    static final class Pending {
        final List<Placed> notices = new ArrayList<>();
        final AttendanceBatch attendance = new AttendanceBatch();
        final List<DeliveryError> errors = new ArrayList<>();
        final List<Refused> refused = new ArrayList<>();
        long from;
        long upTo;
        boolean noRows;
        long testAccepted;
        long rejected;
        long warnings;

        Counts counts() {
            return new Counts(testAccepted, 0, rejected, warnings);
        }

        boolean isEmpty() {
            return upTo <= from && !noRows;
        }

        boolean isWaitingForMore() {
            return !attendance.isEmpty() && !attendance.isFull();
        }
    }

    DeliveryRun(Delivery delivery, Feed feed, MappingTime time, Layouts.Seen layout, long errorsKept) {
        this.delivery = delivery;
        this.feed = feed;
        this.time = time;
        this.layout = layout;
        this.errorsKept = errorsKept;
        this.pending.from = delivery.recordsDone();
        if (delivery.recordsDone() == 0) {
            layout.changes().forEach(this::keep);
            pending.warnings += layout.changes().size();
        }
    }

    public Delivery delivery() {
        return delivery;
    }

    public Feed feed() {
        return feed;
    }

    /** What is known of the file's columns. */
    Layouts.Seen layout() {
        return layout;
    }

    /** Reads one item; nothing happens for items whose effect an earlier run has committed. */
    void read(SourceItem item) {
        read++;
        pending.upTo = read;
        if (read <= delivery.recordsDone()) {
            return;
        }
        Judged judged = Judged.of(item, feed, Map.of(), time);
        judged.errors().forEach(this::keep);
        pending.warnings += judged.warnings();
        if (judged.isTaken()) {
            accept(judged.at(), judged.notice());
        } else {
            pending.rejected++;
            pending.refused.add(judged.refused());
        }
    }

    /** The file is read to its end; a file without records is told so. */
    void readToEnd() {
        if (read == 0 && errorsKept == layout.changes().size()) {
            pending.noRows = true;
            pending.warnings++;
            keep(new DeliveryError(1, 0, null, "NO_ROWS", true, "The file has a header and no records.", "Nothing to do if there was nothing to report."));
        }
    }

    boolean isWaitingForMore() {
        return pending.isWaitingForMore();
    }

    /** Hands out what is pending and begins anew. */
    Pending handOver() {
        Pending full = pending;
        pending = new Pending();
        pending.from = Math.max(read, delivery.recordsDone());
        pending.upTo = read;
        return full;
    }

    void committing(CompletableFuture<Void> next) {
        committing = next;
    }

    /** Waits until what was handed over is committed; throws what went wrong there. */
    void awaitCommitted() {
        committing.join();
    }

    private void accept(SourceLocation at, Notice notice) {
        if (delivery.test()) {
            pending.testAccepted++;
        } else if (notice.fact() instanceof AttendanceDay day) {
            pending.attendance.add(notice, day, delivery.id());
        } else {
            pending.notices.add(new Placed(at, notice));
        }
    }

    private void keep(DeliveryError error) {
        if (errorsKept < KEPT_ERRORS_LIMIT) {
            errorsKept++;
            pending.errors.add(error);
        }
    }
}
