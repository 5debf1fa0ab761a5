package org.earlyhelp.hub.intake.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.DoorTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The accounts that may sign in today: those of the agreements in force, with the keys that the desk says open them. While the
 * database cannot be asked, what it said last goes on. Thread-safe.
 */
@Component
public class AccountBook {
    private static final Logger LOG = LoggerFactory.getLogger(AccountBook.class);
    private final AgreementBook agreements;
    private final KeyDesk desk;
    private final HubClock clock;
    private volatile KeyDesk.Changes last;

    public AccountBook(AgreementBook agreements, KeyDesk desk, HubClock clock) {
        this.agreements = agreements;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Every account of every agreement.
     *
     * @param further a key line that a demonstration made for the account, beside all others; it can be retired like them
     * @throws DataAccessException when the database has never answered: better nobody comes in than a retired key
     */
    public List<SftpAccount> accounts(Function<String, Optional<String>> further) {
        KeyDesk.Changes changes = changes();
        LocalDate today = clock.today();
        List<SftpAccount> accounts = new ArrayList<>();
        for (Agreement agreement : agreements.agreements()) {
            accounts.add(account(agreement, null, agreement.keysOn(today), changes, further));
            agreement.door().senders().values().forEach(sender -> accounts.add(account(agreement, sender, sender.keysOn(today), changes, further)));
        }
        return accounts;
    }

    private static SftpAccount account(Agreement agreement, DoorTerms.Sender sender, List<String> keys, KeyDesk.Changes changes,
                                       Function<String, Optional<String>> further) {
        AccountName name = new AccountName(agreement.agency(), sender == null ? null : sender.id());
        List<String> lines = new ArrayList<>(keys);
        lines.addAll(changes.added().getOrDefault(name.toString(), List.of()));
        further.apply(name.toString()).ifPresent(lines::add);
        List<String> retired = changes.retired().getOrDefault(name.toString(), List.of());
        lines.removeIf(line -> !retired.isEmpty() && PublicKeyLine.parse(line).asOptional().filter(key -> retired.contains(key.fingerprint())).isPresent());
        return new SftpAccount(name, lines, List.copyOf(agreement.feeds().keySet()), agreement.door().addressesOf(name.sender()), agreement.door().quota());
    }

    private KeyDesk.Changes changes() {
        try {
            last = desk.changes();
        } catch (DataAccessException e) {
            if (last == null) {
                throw e;
            }
            LOG.debug("The keys of accounts cannot be read ({}); what stood last goes on", e.getClass().getSimpleName());
        }
        return last;
    }
}
