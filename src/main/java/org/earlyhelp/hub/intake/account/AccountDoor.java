package org.earlyhelp.hub.intake.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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
    private static final String UNKNOWN_NAME = "unknown-name";
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
    private final Set<String> full = ConcurrentHashMap.newKeySet();
    private volatile boolean begun;
    private volatile Instant forgot = Instant.EPOCH;

    public AccountDoor(LoginStore logins, SentStore deliveries, ShutDoorStore shut, AccountAlarms alarms, HubClock clock, MeterRegistry meters) {
        this.logins = logins;
        this.deliveries = deliveries;
        this.lockOuts = new LockOuts(shut, alarms);
        this.alarms = alarms;
        this.clock = clock;
        this.meters = meters;
        Stream.of(Login.Result.values()).forEach(result -> logins(word(result)));
        logins(UNKNOWN_NAME);
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
        account.ifPresentOrElse(known -> note(known, Login.Result.valueOf(why.name()), address, ""), () -> logins(UNKNOWN_NAME).increment());
    }

    @Override
    public Optional<Claim> claim(SftpAccount account, String feed, boolean resumed) {
        boolean harm = Agreement.FEEDS_OF_HARM.contains(feed);
        int files = resumed ? 0 : 1;
        boolean room = quotas.open(account.home(), files, account.quota(), harm, clock.now());
        if (!room && full.add(account.home())) {
            alarms.quotaUsedUp(account.home());
        }
        return room || harm ? Optional.of(new QuotaClaim(quotas, account.home(), files, harm ? Long.MAX_VALUE : account.quota().bytes(), clock)) : Optional.empty();
    }

    @Override
    public void keepUp(List<SftpAccount> accounts) {
        if (!begun) {
            lockOuts.begin(clock.now(), logins.failing(clock.now().minus(LockOut.WINDOW), LockOuts.FAILING_LIMIT));
            deliveries.since(clock.now().minus(Duration.ofHours(QuotaBook.HOURS))).forEach(hour -> quotas.begin(hour.account(), hour.hour(), hour.sent()));
            begun = true;
        }
        write(notes.take());
        lockOuts.keepUp(clock.now());
        settleQuotas(accounts);
        alarms.tell();
        if (forgot.plus(FORGET_EVERY).isBefore(clock.now())) {
            logins.forgetBefore(clock.now().minus(LOGINS_KEPT));
            lockOuts.forgetBefore(clock.now().minus(LOGINS_KEPT), clock.now());
            forgot = clock.now();
        }
    }

    /** By the quota as it is now: an agreement may have raised it. Nobody is refused at an account that is no more. */
    private void settleQuotas(List<SftpAccount> accounts) {
        full.stream().filter(home -> accounts.stream().filter(account -> account.home().equals(home))
                .allMatch(account -> quotas.hasRoom(home, 1, account.quota(), clock.now()))).forEach(home -> {
            full.remove(home);
            alarms.quotaFree(home);
        });
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
        logins(word(result)).increment();
    }

    private Counter logins(String result) {
        return meters.counter("hub.sftp.logins", "result", result);
    }

    private static String word(Login.Result result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
