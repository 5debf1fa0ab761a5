package org.earlyhelp.hub.intake.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.earlyhelp.hub.intake.account.storage.ShutDoorStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lock-outs of a running hub: asked in memory, kept in the database a little later, and lifted when somebody there says so. Thread-safe. */
final class LockOuts {
    /** So many who were failing are remembered over a restart, those that failed last. */
    static final int FAILING_LIMIT = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(LockOuts.class);
    private final LockOut now = new LockOut();
    private final BlockingQueue<ShutDoor> unwritten = new LinkedBlockingQueue<>(LockOut.REMEMBERED_LIMIT);
    private final ShutDoorStore store;
    private final AccountAlarms alarms;

    LockOuts(ShutDoorStore store, AccountAlarms alarms) {
        this.store = store;
        this.alarms = alarms;
    }

    boolean isShut(String name, String address, Instant at) {
        return now.isShut(name, address, at);
    }

    void succeeded(String name, String address) {
        now.succeeded(name, address);
    }

    /** Notes a failed session. What shuts beyond {@link LockOut#REMEMBERED_LIMIT} that wait to be written is not kept over a restart. */
    void failed(String name, boolean known, String address, Instant at) {
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        if (now.failed(name, known, address, when)) {
            ShutDoor door = ShutDoor.now(known ? name : LockOut.ANY_NAME, address, when);
            unwritten.offer(door);
            tell(door);
        }
    }

    /** Goes on after a restart: shuts what was shut, and remembers who was failing. */
    void begin(Instant at, List<Login> failing) {
        store.notOver(at, LockOut.REMEMBERED_LIMIT).stream().filter(door -> door.isShutAt(at)).forEach(door -> {
            now.shutAgain(door.account(), door.address(), door.until());
            tell(door);
        });
        failing.forEach(one -> now.failedBefore(one.account(), one.address(), one.times(), one.firstAt()));
    }

    /** Writes what shut, and opens what somebody lifted. May wait; what fails is tried again. */
    void keepUp(Instant at) {
        try {
            for (ShutDoor door = unwritten.peek(); door != null; door = unwritten.peek()) {
                store.add(door);
                unwritten.poll();
            }
            store.notOver(at, LockOut.REMEMBERED_LIMIT).stream().filter(door -> door.liftedAt() != null && now.lift(door.account(), door.address(), door.until()))
                    .forEach(door -> alarms.lifted(door.account()));
        } catch (RuntimeException e) {
            LOG.warn("lock-outs cannot be kept ({}); tried again", e.getClass().getSimpleName());
        }
    }

    void forgetBefore(Instant then, Instant at) {
        store.forgetBefore(then, at);
    }

    private void tell(ShutDoor door) {
        alarms.lockedOut(Optional.of(door.account()).filter(name -> !name.equals(LockOut.ANY_NAME)), door.address(), door.until());
    }
}
