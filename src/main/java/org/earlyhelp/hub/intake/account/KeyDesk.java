package org.earlyhelp.hub.intake.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.account.storage.AccountKeyStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.DoorTerms;
import org.earlyhelp.hub.sharing.StandingAgreements;

/**
 * Which keys open which account (ADR 15): those of the agreement and those that two people added since, less those that somebody
 * retired. One person retires, so that a lost key is shut at once. A retired key never opens again. Thread-safe.
 */
public final class KeyDesk {
    /** So many keys may open one account, beside those of its agreement. */
    public static final int ADDED_LIMIT = 20;
    /** Of words for why. */
    public static final int REASON_LIMIT_CHARACTERS = 500;
    private final Supplier<Collection<Agreement>> agreements;
    private final AccountKeyStore store;
    private final HubClock clock;
    private final boolean atOnce;

    /** What became of a wish; the words are for whoever had it. */
    public sealed interface Answer {
        /** {@code about} is the key's fingerprint, or what else was changed. */
        record Done(String about, String words) implements Answer {
        }

        /** Nothing was changed. */
        record Refused(String words) implements Answer {
        }
    }

    /** {@code atOnce}: in a demonstration one person is enough. */
    public KeyDesk(Supplier<Collection<Agreement>> agreements, AccountKeyStore store, HubClock clock, boolean atOnce) {
        this.agreements = agreements;
        this.store = store;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /** For a verb, over the database of a hub. */
    public static KeyDesk over(DataSource database, HubClock clock, boolean atOnce) {
        return new KeyDesk(() -> List.copyOf(StandingAgreements.of(database, clock.today())), AccountKeyStore.over(database), clock, atOnce);
    }

    /** Names of all accounts, by agency. */
    public List<String> accounts() {
        return agreements.get().stream().flatMap(agreement -> agreement.accountNames().stream()).toList();
    }

    /** What is known of the account's keys: of the agreement first, then the added ones in the order of their adding; the retired among them. */
    public List<AccountKey> keys(String account) {
        return together(account, store.of(account));
    }

    /** The same of all accounts, by account. */
    public Map<String, List<AccountKey>> keys() {
        Map<String, List<AccountKey>> kept = store.all().stream().collect(Collectors.groupingBy(AccountKey::account));
        Map<String, List<AccountKey>> all = new LinkedHashMap<>();
        accounts().forEach(account -> all.put(account, together(account, kept.getOrDefault(account, List.of()))));
        return all;
    }

    private List<AccountKey> together(String account, List<AccountKey> kept) {
        Map<String, AccountKey> keys = new LinkedHashMap<>();
        ofAgreement(account).forEach(key -> keys.put(key.fingerprint(), key));
        kept.forEach(one -> keys.merge(one.fingerprint(), one, (named, same) -> same.namedBy(named.whose())));
        return List.copyOf(keys.values());
    }

    /** The public key lines that open each account beside its agreement, and those that no longer do. */
    public Changes changes() {
        return new Changes(store.open(), store.retired());
    }

    /** By account: lines that open beside the agreement's, and fingerprints that open nothing. */
    public record Changes(Map<String, List<String>> added, Map<String, List<String>> retired) {
    }

    /** Puts a key forward; opens the door at once in a demonstration. */
    public Answer propose(String account, String text, String by, String reason) {
        Parsed<PublicKeyLine> read = PublicKeyLine.parse(text);
        if (read instanceof Parsed.Bad<PublicKeyLine> bad) {
            return new Answer.Refused(bad.reason());
        }
        PublicKeyLine key = read.orThrow();
        Optional<String> objection = objection(account, key);
        if (objection.isPresent()) {
            return new Answer.Refused(objection.get());
        }
        if (!store.propose(account, key.fingerprint(), key.line(), by, clock.now(), reason)) {
            return new Answer.Refused("This key was put forward, added or retired before.");
        }
        if (atOnce) {
            store.add(account, key.fingerprint(), by, clock.now());
            return new Answer.Done(key.fingerprint(), "The key opens the door of " + account + " within seconds.");
        }
        return new Answer.Done(key.fingerprint(), "The key waits for a second person, who compares its fingerprint with the agency by telephone.");
    }

    /** A second person lets a key open the door. */
    public Answer confirm(String account, String fingerprint, String by) {
        Optional<AccountKey> waiting = store.of(account).stream().filter(key -> key.fingerprint().equals(fingerprint) && key.state() == AccountKey.State.WAITING).findFirst();
        if (waiting.isEmpty()) {
            return new Answer.Refused("No such key waits for a second person.");
        }
        if (waiting.get().proposedBy().equals(by) && !atOnce) {
            return new Answer.Refused("You put this key forward: a second person adds it.");
        }
        return store.add(account, fingerprint, by, clock.now()) ? new Answer.Done(fingerprint, "The key opens the door of " + account + " within seconds.")
                : new Answer.Refused("Somebody else was quicker: look again.");
    }

    /** Shuts a key for good, of the agreement or added; sessions that it opened end within seconds. */
    public Answer retire(String account, String fingerprint, String by, String reason) {
        Optional<AccountKey> key = keys(account).stream().filter(one -> one.fingerprint().equals(fingerprint)).findFirst();
        if (key.isEmpty()) {
            return new Answer.Refused("The account " + account + " has no key with this fingerprint.");
        }
        if (!store.retire(account, fingerprint, key.get().line(), by, clock.now(), reason)) {
            return new Answer.Refused("This key was retired before.");
        }
        boolean last = keys(account).stream().noneMatch(one -> one.state() == AccountKey.State.OPEN);
        return new Answer.Done(fingerprint, "The key opens nothing any more; sessions that it opened end within seconds."
                + (last ? " It was the last one of " + account + ": nobody can sign in until a new key is added." : ""));
    }

    private Optional<String> objection(String account, PublicKeyLine key) {
        if (!accounts().contains(account)) {
            return Optional.of("No agreement in force names an account " + account + ".");
        }
        if (keys(account).stream().anyMatch(one -> one.fingerprint().equals(key.fingerprint()))) {
            return Optional.of("The account knows this key already, open, waiting or retired.");
        }
        if (opensAnother(account, key.fingerprint())) {
            return Optional.of("This key belongs to another account; each has keys of its own.");
        }
        return store.of(account).stream().filter(one -> one.state() != AccountKey.State.RETIRED).count() >= ADDED_LIMIT
                ? Optional.of("The account has " + ADDED_LIMIT + " added keys already: retire one first.") : Optional.empty();
    }

    private boolean opensAnother(String account, String fingerprint) {
        return store.knownElsewhere(account, fingerprint) || accounts().stream().filter(other -> !other.equals(account))
                .flatMap(other -> ofAgreement(other).stream()).anyMatch(key -> key.fingerprint().equals(fingerprint));
    }

    private List<AccountKey> ofAgreement(String account) {
        AccountName name = AccountName.parse(account);
        return agreements.get().stream().filter(agreement -> agreement.agency().equals(name.agency())).findFirst()
                .map(agreement -> name.sender() == null ? ofAgency(agreement) : ofSender(agreement, name)).orElse(List.of());
    }

    private static List<AccountKey> ofAgency(Agreement agreement) {
        List<AccountKey> keys = new ArrayList<>();
        agreement.accounts().forEach(holder -> holder.keys().forEach(line -> PublicKeyLine.parse(line).asOptional()
                .ifPresent(key -> keys.add(AccountKey.ofAgreement(agreement.agency(), key, holder.name())))));
        return keys;
    }

    private static List<AccountKey> ofSender(Agreement agreement, AccountName name) {
        DoorTerms.Sender sender = agreement.door().senders().get(name.sender());
        return sender == null ? List.of() : sender.keys().stream().flatMap(line -> PublicKeyLine.parse(line).asOptional().stream())
                .map(key -> AccountKey.ofAgreement(name.toString(), key, sender.name())).toList();
    }
}
