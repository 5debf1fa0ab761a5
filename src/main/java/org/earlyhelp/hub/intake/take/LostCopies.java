package org.earlyhelp.hub.intake.take;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.raw.CopyCheck;
import org.earlyhelp.hub.intake.storage.LostCopyStore;
import org.earlyhelp.hub.intake.storage.LostCopyStore.LostCopy;
import org.earlyhelp.hub.intake.storage.Verdict;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;

/**
 * Ends deliveries whose raw copy no retry will read: the sender is asked for the file as it is, first contact is told where harm may
 * be in it, and an operator of each, once. Thread-safe.
 */
@Component
public class LostCopies {
    public static final String ALARM = "copy-damaged";
    /** After so long without the file the alarm is over: its sender has the answer, and first contact was told. */
    static final Duration ASKED_FOR = Duration.ofDays(14);
    /** So many alarms are open at a time, the oldest; the others follow when these are over. */
    static final int ALARMS_LIMIT = 100;
    private static final String FIX = "Nothing is wrong with the file: send it again as it is. It is taken anew and is no duplicate.";
    private final CopyCheck copies;
    private final LostCopyStore store;
    private final Decisions decisions;
    private final OperatorAlarms alarms;
    private final HubClock clock;

    public LostCopies(CopyCheck copies, LostCopyStore store, Decisions decisions, OperatorAlarms alarms, HubClock clock) {
        this.copies = copies;
        this.store = store;
        this.decisions = decisions;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Decides an undecided delivery if its copy is damaged; false when that is whole. UncheckedIOException when the disk cannot be read just now. */
    boolean end(Delivery delivery) {
        Optional<String> damage = copies.damage(delivery);
        damage.ifPresent(found -> end(delivery, found));
        return damage.isPresent();
    }

    private void end(Delivery delivery, String found) {
        long taken = delivery.counts().accepted() + delivery.counts().unchanged();
        String message = "The hub's own copy of the file " + found + ", before all of it was read; the " + delivery.bytes() + " bytes that came were expected. "
                + (taken == 0 ? "Nothing of it was taken." : taken + " of its records were taken, and none of the others.");
        decisions.decide(delivery, taken == 0 ? Verdict.rejected(message) : Verdict.brokenOff(message),
                List.of(new DeliveryError(0, 0, null, DeliveryError.COPY_DAMAGED, false, message, FIX)), id -> store.note(id, clock.now()));
    }

    /** Raises an alarm for each file that has not come again, and ends those that are over. */
    public void tell() {
        store.strikeOut();
        List<LostCopy> missing = store.missing(clock.now().minus(ASKED_FOR), ALARMS_LIMIT);
        Set<String> standing = missing.stream().map(LostCopies::key).collect(Collectors.toSet());
        alarms.open(List.of(ALARM)).stream().filter(alarm -> !standing.contains(alarm.key())).forEach(alarm -> alarms.clear(alarm.key()));
        missing.forEach(copy -> alarms.raise(key(copy), ALARM, words(copy), "/deliveries/" + copy.receipt()));
    }

    private static String key(LostCopy copy) {
        return ALARM + " " + copy.receipt();
    }

    private static String words(LostCopy copy) {
        return "The hub's own copy of delivery " + copy.receipt() + " of " + copy.agency() + "/" + copy.feed() + " was damaged before all of it was read, and "
                + (copy.taken() == 0 ? "nothing" : "only " + copy.taken() + " of its records") + " could be taken. Its sender is asked in the receipt to send it again: ring them, and have the disk of the data folder looked at.";
    }
}
