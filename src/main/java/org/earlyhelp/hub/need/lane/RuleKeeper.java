package org.earlyhelp.hub.need.lane;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.RuleVersions;
import org.earlyhelp.hub.need.rules.RuleSet;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.storage.FamilyWork;
import org.earlyhelp.hub.need.storage.RuleSetStore;
import org.earlyhelp.hub.sharing.TwoPeople;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the rule book to what people have activated, and the folder for a proposal. Thread-safe. */
@Component
class RuleKeeper implements RuleVersions {
    private static final String DEMO = "demo";
    private static final String INSTALLATION = "installation";

    private final RuleBook book;
    private final RuleSetStore store;
    private final FamilyWork work;
    private final HubSettings settings;
    private final HubClock clock;
    private final TransactionTemplate transaction;
    private final ProposalFolder proposals;
    private int adopted;
    private List<ConfigFault> faults = List.of();

    RuleKeeper(RuleBook book, RuleSetStore store, FamilyWork work, HubSettings settings, HubClock clock, TransactionTemplate transaction) {
        this.book = book;
        this.store = store;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
        this.proposals = new ProposalFolder(folder(), book, store, clock, transaction);
    }

    @Override
    public synchronized void refresh() {
        Optional<Version> inForce = store.inForce();
        if (settings.demo() || inForce.isEmpty()) {
            faults = book.load(folder()).faults();
            book.set().filter(set -> inForce.isEmpty() || !inForce.get().sha256().equals(set.sha256()))
                    .ifPresent(set -> activateAtOnce(set, inForce.isPresent()));
        } else {
            adopt(inForce.get());
            faults = proposals.lookedAt(inForce.get());
        }
    }

    private void activateAtOnce(RuleSet set, boolean isChange) {
        transaction.executeWithoutResult(status -> {
            store.keepActivated(set, settings.demo() ? DEMO : INSTALLATION, clock.now());
            if (isChange) {
                work.queueAll();
            }
        });
        store.inForce().ifPresent(version -> adopted = version.number());
    }

    private void adopt(Version inForce) {
        if (adopted != inForce.number()) {
            Checked<RuleSet> kept = RuleSet.kept(store.texts(inForce.number()));
            kept.asOptional().ifPresent(book::adopt);
            adopted = inForce.number();
        }
    }

    @Override
    public Optional<Version> inForce() {
        return store.inForce();
    }

    @Override
    public Optional<Version> proposal() {
        return store.waiting();
    }

    @Override
    public List<Version> newest(int limit) {
        return store.newest(limit);
    }

    @Override
    public Optional<Version> version(int number) {
        return store.version(number);
    }

    @Override
    public Map<String, String> texts(int number) {
        return store.texts(number);
    }

    @Override
    public List<RuleInForce> rulesInForce() {
        Map<String, Instant> since = store.since();
        List<RuleInForce> rules = new ArrayList<>();
        Rules all = book.rules().orElse(null);
        if (all != null) {
            all.needs().forEach(rule -> rules.add(new RuleInForce(rule.id(), rule.version(), "need", rule.title(), Set.of(rule.outcome()), rule.on(),
                    since.get(rule.id() + "@" + rule.version()))));
            all.harmTests().forEach(rule -> rules.add(new RuleInForce(rule.id(), rule.version(), "harm test", rule.title(), Set.of(rule.outcome()),
                    rule.on(), since.get(rule.id() + "@" + rule.version()))));
            all.alerts().forEach(rule -> rules.add(new RuleInForce(rule.id(), rule.version(), "alert rule", rule.title(), rule.serves(), rule.on(),
                    since.get(rule.id() + "@" + rule.version()))));
        }
        return rules;
    }

    @Override
    public synchronized List<ConfigFault> faultsOfFolder() {
        return faults;
    }

    @Override
    public Answer propose(int number, String account) {
        return TwoPeople.putForward(store.propose(number, account, clock.now()));
    }

    @Override
    public Answer activate(int number, String account) {
        Optional<Version> waiting = store.waiting().filter(version -> version.number() == number);
        return TwoPeople.activate("folder", waiting.isPresent(), waiting.map(Version::proposedBy).orElse(null), account, () -> {
            boolean done = Boolean.TRUE.equals(transaction.execute(status -> store.activate(number, account, clock.now()) && work.queueAll() >= 0));
            refresh();
            return done;
        });
    }

    private Path folder() {
        return settings.configDir().resolve("rules");
    }
}
