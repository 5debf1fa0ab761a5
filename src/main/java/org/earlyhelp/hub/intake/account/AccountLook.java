package org.earlyhelp.hub.intake.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.account.storage.LoginStore;
import org.earlyhelp.hub.intake.account.storage.SentStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;

/** What an operator sees of accounts. Reads only; nobody's data but names of files' columns. Thread-safe. */
@Component
public class AccountLook {
    private static final Duration QUOTA_OVER = Duration.ofHours(QuotaBook.HOURS);
    private final LoginStore logins;
    private final SentStore sent;
    private final HubClock clock;

    public AccountLook(LoginStore logins, SentStore sent, HubClock clock) {
        this.logins = logins;
        this.sent = sent;
        this.clock = clock;
    }

    /** A changed column, as a receipt told it. */
    public record ToldChange(String receipt, String feed, Instant at, String words) {
    }

    /** When somebody last signed in to each account that was signed in to within 90 days. */
    public Map<String, Instant> lastSignIns() {
        return logins.lastSignIns();
    }

    /** What each account that sent anything sent in the last 24 hours. */
    public Map<String, Sent> usedToday() {
        Map<String, Sent> used = new HashMap<>();
        sent.since(clock.now().minus(QUOTA_OVER)).forEach(hour -> used.merge(hour.account(), hour.sent(), Sent::plus));
        return used;
    }

    /** What the account sent in the last 24 hours. */
    public Sent usedToday(AccountName account) {
        return sent.of(account, clock.now().minus(QUOTA_OVER));
    }

    /** Sign-ins to an account, the newest first, for a verb that runs without the hub. */
    public static List<Login> logins(DataSource database, String account, int limit) {
        return LoginStore.over(database).newest(account, limit);
    }

    /** Who signed in or was refused, the newest first. */
    public List<Login> logins(AccountName account, int limit) {
        return logins.newest(account.toString(), limit);
    }

    /** When each key of the account last opened the door, by fingerprint; at most 90 days back. */
    public Map<String, Instant> lastUsed(AccountName account) {
        return logins.lastUsed(account.toString());
    }

    /** How many files of the account ended in which stage within that time. */
    public Map<String, Long> stages(AccountName account, Duration within) {
        return sent.stages(account, clock.now().minus(within));
    }

    /** What receipts told of changed columns, the newest first. */
    public List<ToldChange> layoutChanges(AccountName account, int limit) {
        return sent.layoutChanges(account, limit);
    }
}
