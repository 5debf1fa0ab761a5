package org.earlyhelp.hub.intake.quarantine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.QuarantinedRow.Refused;
import org.earlyhelp.hub.intake.storage.AttendanceBatch;
import org.earlyhelp.hub.intake.storage.RecordStore.Placed;
import org.earlyhelp.hub.intake.take.DeliveryRun;
import org.earlyhelp.hub.intake.take.Judged;
import org.earlyhelp.hub.person.AttendanceDay;

/** One pass over a whole delivery: what is read and waits to be stored, and what it has come to so far. Used by one thread. */
final class WholePass {
    static final int PORTION_ROWS = 1_000;
    final List<Placed> notices = new ArrayList<>();
    final Set<Refused> refused = new HashSet<>();
    final List<DeliveryError> errors = new ArrayList<>();
    AttendanceBatch marks = new AttendanceBatch();
    Counts stored = Counts.NONE;
    private final Delivery delivery;
    private long records;
    private long told;
    private long warnings;

    WholePass(Delivery delivery) {
        this.delivery = delivery;
    }

    /** {@code told}: what its sender hears of it. */
    void take(Judged judged, Judged told) {
        records++;
        warnings += told.warnings();
        keep(told.errors());
        if (!judged.isTaken()) {
            refused.add(told.refused());
        } else if (judged.notice().fact() instanceof AttendanceDay day) {
            marks.add(judged.notice(), day, delivery.id());
        } else {
            notices.add(new Placed(judged.at(), judged.notice()));
        }
    }

    boolean isFull() {
        return notices.size() >= PORTION_ROWS || marks.isFull();
    }

    /** Keeps lines for the receipt, up to the limit of a file. */
    void keep(Collection<DeliveryError> more) {
        errors.addAll(more.stream().limit(Math.max(0, DeliveryRun.KEPT_ERRORS_LIMIT - errors.size())).toList());
    }

    /** Tells of records not yet told of, once there are so many. */
    void tell(int atLeast, LongConsumer progress) {
        if (records - told >= atLeast) {
            progress.accept(records - told);
            told = records;
        }
    }

    /** Whether nothing of the delivery was counted before. */
    boolean isFirst() {
        return delivery.counts().records() == 0;
    }

    Came came() {
        return new Came(records, refused, null);
    }

    /** What was unchanged then stays unchanged: it is the sender's receipt of that day. */
    Counts counts() {
        long rejected = refused.size();
        long good = records - rejected;
        if (isFirst()) {
            return new Counts(stored.accepted(), stored.unchanged(), rejected, warnings + stored.warnings());
        }
        long unchanged = Math.min(delivery.counts().unchanged(), good);
        return new Counts(good - unchanged, unchanged, rejected, warnings);
    }
}
