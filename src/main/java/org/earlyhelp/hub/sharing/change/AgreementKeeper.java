package org.earlyhelp.hub.sharing.change;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementFile;
import org.earlyhelp.hub.sharing.AgreementVersions;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.TwoPeople;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;
import org.earlyhelp.hub.sharing.storage.AgreementVersionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the agreement book to what people have activated, and the folder for proposals. Thread-safe. */
@Component
public class AgreementKeeper implements AgreementVersions, InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(AgreementKeeper.class);

    private final AgreementBook book;
    private final AgreementVersionStore store;
    private final AgreementAct acts;
    private final HubClock clock;
    private final TransactionTemplate transaction;
    private final ProposedAgreements proposals;
    private final AgreementWatch watch;
    private List<Integer> adopted = List.of();

    public AgreementKeeper(AgreementBook book, AgreementVersionStore store, DisclosureDesk desk, HubSettings settings, HubClock clock,
                           TransactionTemplate transaction, AgreementWatch watch) {
        this.book = book;
        this.store = store;
        this.acts = new AgreementAct(desk);
        this.clock = clock;
        this.transaction = transaction;
        this.watch = watch;
        Path folder = settings.configDir().resolve("agreements");
        this.proposals = new ProposedAgreements(folder, settings.demo(), store, this::differenceTo, acts, clock);
    }

    /** Before anything is taken or disclosed: what stands is what people activated, not what lies in the folder. */
    @Override
    public void afterPropertiesSet() {
        refresh();
    }

    @Override
    public synchronized void refresh() {
        book.note(transaction.execute(status -> proposals.lookedAt()));
        adopt();
        watch.look();
    }

    private void adopt() {
        List<Version> standing = store.standing(clock.today()).stream().filter(version -> !version.removed()).toList();
        List<Integer> numbers = standing.stream().map(Version::number).toList();
        if (!numbers.equals(adopted)) {
            List<Agreement> agreements = new ArrayList<>();
            Borough borough = null;
            for (Version version : standing) {
                AgreementFile kept = kept(version);
                if (kept.terms() == null) {
                    LOG.error("agreement {} of {} was kept and cannot be read any more: {}", version.ref(), version.agency(), kept.faults());
                } else if (kept.hub() != null) {
                    borough = kept.hub();
                } else {
                    agreements.add(kept.terms());
                }
            }
            book.adopt(agreements, borough);
            adopted = numbers;
        }
    }

    @Override
    public List<Version> proposals() {
        return store.waiting();
    }

    @Override
    public List<Version> newest(String agency, int limit) {
        return store.newest(agency, limit);
    }

    @Override
    public List<Version> changed(int limit) {
        return store.changed(limit);
    }

    @Override
    public Optional<Version> version(int number) {
        return store.version(number);
    }

    @Override
    public Optional<String> text(int number) {
        return store.text(number);
    }

    @Override
    public Optional<Difference> difference(int number) {
        return store.version(number).map(version -> differenceTo(store.before(version).orElse(null), version.removed() ? null : kept(version)));
    }

    @Override
    public Answer propose(int number, String account) {
        return TwoPeople.putForward(store.propose(number, account, clock.now()));
    }

    @Override
    public Answer activate(int number, String account) {
        Optional<Version> waiting = store.version(number).filter(Version::isProposal);
        return TwoPeople.activate("file", waiting.isPresent(), waiting.map(Version::proposedBy).orElse(null), account, () -> {
            boolean done = Boolean.TRUE.equals(transaction.execute(status -> activated(number, account)));
            refresh();
            return done;
        });
    }

    private boolean activated(int number, String account) {
        store.lock();
        if (!store.activate(number, account, clock.now())) {
            return false;
        }
        Version now = store.version(number).orElseThrow();
        Version before = store.before(now).orElse(null);
        acts.note(before, now, differenceTo(before, now.removed() ? null : kept(now)));
        return true;
    }

    private Difference differenceTo(Version before, AgreementFile after) {
        AgreementFile was = before == null || before.removed() ? null : kept(before);
        return new Difference(AgreementChanges.between(was, after), ClosedFeeds.between(was == null ? null : was.terms(), after == null ? null : after.terms()));
    }

    private AgreementFile kept(Version version) {
        return AgreementFile.kept(version.agency(), store.text(version.number()).orElseThrow());
    }
}
