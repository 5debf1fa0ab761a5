package org.earlyhelp.hub.intake.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;

/**
 * Tells the operator of a door that shut: once for an account, however many addresses fail, and once when it is over. What is
 * noticed at the door is only noted; {@link #tell} does the rest where waiting is allowed. Thread-safe.
 */
@Component
class AccountAlarms {
    static final String LOCK_OUT = "sftp-lock-out";
    static final String QUOTA = "sftp-quota";
    private static final String STRANGERS = "unknown names";
    private final OperatorAlarms alarms;
    private final HubClock clock;
    private final Map<String, Noticed> noticed = new TreeMap<>();
    private volatile boolean begun;

    /** {@code over} is when it ends by itself; null while it goes on. */
    private record Noticed(String kind, String words, String place, Instant over, boolean told) {
        boolean isOverAt(Instant now) {
            return over != null && !now.isBefore(over);
        }
    }

    AccountAlarms(OperatorAlarms alarms, HubClock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    /** {@code account} is empty when the names that were tried are nobody's. */
    synchronized void lockedOut(Optional<String> account, String address, Instant until) {
        String minutes = LockOut.SHUT_FOR.toMinutes() + " minutes";
        note(LOCK_OUT, account.orElse(STRANGERS), account.map(name -> "The SFTP account " + name + " is shut for the address " + address + " for " + minutes + " after "
                        + LockOut.FAILURES_LIMIT + " failed sign-ins. A right key opens all the same, and other addresses of it are not touched.")
                .orElse("The address " + address + " tried " + LockOut.UNKNOWN_LIMIT + " names that no agency has and is shut for " + minutes + "."), until);
    }

    synchronized void lifted(String account) {
        end(LOCK_OUT, account);
    }

    synchronized void quotaUsedUp(String account) {
        note(QUOTA, account, "The SFTP account " + account + " has used up its quota of 24 hours: further files are refused, save those of missing-children and domestic-abuse.", null);
    }

    synchronized void quotaFree(String account) {
        end(QUOTA, account);
    }

    private void end(String kind, String about) {
        noticed.computeIfPresent(key(kind, about), (key, was) -> new Noticed(was.kind(), was.words(), was.place(), clock.now(), was.told()));
    }

    /** Raises what is new and ends what is over, on one thread at a time. May wait; what fails is tried again with the next call. */
    void tell() {
        if (!begun) {
            alarms.open(List.of(LOCK_OUT, QUOTA)).stream().filter(left -> !noticedNow().containsKey(left.key())).forEach(left -> alarms.clear(left.key()));
            begun = true;
        }
        noticedNow().forEach((key, one) -> {
            if (!one.told()) {
                alarms.raise(key, one.kind(), one.words(), one.place());
                told(key);
            } else if (one.isOverAt(clock.now())) {
                alarms.clear(key);
                forget(key);
            }
        });
    }

    /** Whoever is at the door must not wait while these are told. */
    private synchronized Map<String, Noticed> noticedNow() {
        return new TreeMap<>(noticed);
    }

    private synchronized void told(String key) {
        noticed.computeIfPresent(key, (same, one) -> new Noticed(one.kind(), one.words(), one.place(), one.over(), true));
    }

    /** Unless it has begun anew meanwhile. */
    private synchronized void forget(String key) {
        noticed.computeIfPresent(key, (same, one) -> one.isOverAt(clock.now()) ? null : new Noticed(one.kind(), one.words(), one.place(), one.over(), false));
    }

    private void note(String kind, String about, String words, Instant over) {
        String key = key(kind, about);
        Noticed before = noticed.get(key);
        noticed.put(key, new Noticed(kind, words, about.equals(STRANGERS) ? "/accounts" : "/accounts/" + about, over, before != null && before.told()));
    }

    private static String key(String kind, String about) {
        return kind + " " + about;
    }
}
