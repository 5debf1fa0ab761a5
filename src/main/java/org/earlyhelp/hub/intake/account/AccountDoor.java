package org.earlyhelp.hub.intake.account;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.account.storage.LoginStore;
import org.earlyhelp.hub.intake.account.storage.SentStore;
import org.earlyhelp.hub.intake.account.storage.ShutDoorStore;
import org.earlyhelp.hub.intake.sftp.Doorkeeper;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Agreement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Minds the SFTP server's door: locks out who fails again and again, holds accounts to their quota, and writes down who came.
 * What it learns is kept in memory and written every few seconds, so that nobody waits at the door for the database. Feeds by
 * which a child in danger is heard of are never stopped by a quota: the operator is told, the file is taken. Thread-safe.
 */
@Component
public class AccountDoor implements Doorkeeper {
    /** Sign-ins are kept so long. */
    public static final Duration LOGINS_KEPT = Duration.ofDays(90);
    private static final Duration FORGET_EVERY = Duration.ofHours(12);
    private static final Logger LOG = LoggerFactory.getLogger(AccountDoor.class);
    private final LoginStore logins;
    private final SentStore deliveries;
    private final LockOuts lockOuts;
    private final AccountAlarms alarms;
    private final HubClock clock;
    private final MeterRegistry meters;
    private final LoginNotes notes = new LoginNotes();
    private final QuotaBook quotas = new QuotaBook();
    private final Map<String, SftpAccount> full = new ConcurrentHashMap<>();
    private volatile boolean begun;
    private volatile Instant forgot = Instant.EPOCH;

    public AccountDoor(LoginStore logins, SentStore deliveries, ShutDoorStore shut, AccountAlarms alarms, HubClock clock, MeterRegistry meters) {
        this.logins = logins;
        this.deliveries = deliveries;
        this.lockOuts = new LockOuts(shut, alarms);
        this.alarms = alarms;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public boolean isLockedOut(String name, String address) {
        return lockOuts.isShut(name, address, clock.now());
    }

    @Override
    public void signedIn(SftpAccount account, String address, String fingerprint) {
        lockOuts.succeeded(account.home(), address);
        note(account, Login.Result.SIGNED_IN, address, fingerprint);
    }

    @Override
    public void refused(String name, Optional<SftpAccount> account, String address, Refusal why) {
        if (why != Refusal.LOCKED_OUT) {
            lockOuts.failed(name, account.isPresent(), address, clock.now());
        }
        account.ifPresentOrElse(known -> note(known, Login.Result.valueOf(why.name()), address, ""), () -> count("unknown-name"));
    }

    @Override
    public long allowance(SftpAccount account, String feed) {
        Sent used = quotas.used(account.home(), clock.now());
        boolean enough = isWithin(used, account);
        if (!enough && full.put(account.home(), account) == null) {
            alarms.quotaUsedUp(account.home());
        }
        if (Agreement.FEEDS_OF_HARM.contains(feed)) {
            return Long.MAX_VALUE;
        }
        return enough ? account.quota().bytes() - used.bytes() : 0;
    }

    @Override
    public void sent(SftpAccount account, int files, long bytes) {
        quotas.sent(account.home(), files, bytes, clock.now());
    }

    /** What counts against the account's quota now. */
    public Sent used(String account) {
        return quotas.used(account, clock.now());
    }

    @Override
    public void keepUp() {
        if (!begun) {
            lockOuts.begin(clock.now());
            deliveries.since(clock.now().minus(Duration.ofHours(QuotaBook.HOURS))).forEach(hour -> quotas.begin(hour.account(), hour.hour(), hour.sent()));
            begun = true;
        }
        write(notes.take());
        lockOuts.keepUp(clock.now());
        settleQuotas();
        alarms.tell();
        if (forgot.plus(FORGET_EVERY).isBefore(clock.now())) {
            logins.forgetBefore(clock.now().minus(LOGINS_KEPT));
            lockOuts.forgetBefore(clock.now().minus(LOGINS_KEPT), clock.now());
            forgot = clock.now();
        }
    }

    private void settleQuotas() {
        full.values().stream().filter(account -> isWithin(quotas.used(account.home(), clock.now()), account)).forEach(account -> {
            full.remove(account.home());
            alarms.quotaFree(account.home());
        });
    }

    private static boolean isWithin(Sent used, SftpAccount account) {
        return used.files() < account.quota().files() && used.bytes() < account.quota().bytes();
    }

    private void write(List<Login> waiting) {
        for (int i = 0; i < waiting.size(); i++) {
            try {
                logins.add(waiting.get(i));
            } catch (RuntimeException e) {
                notes.putBack(waiting.subList(i, waiting.size()));
                LOG.warn("{} sign-ins cannot be written ({}); tried again", waiting.size() - i, e.getClass().getSimpleName());
                return;
            }
        }
    }

    private void note(SftpAccount account, Login.Result result, String address, String fingerprint) {
        notes.note(account.home(), result, address, fingerprint, clock.now());
        count(result.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void count(String result) {
        meters.counter("hub.sftp.logins", "result", result).increment();
    }
}
