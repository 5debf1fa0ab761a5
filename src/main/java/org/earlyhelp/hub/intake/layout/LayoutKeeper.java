package org.earlyhelp.hub.intake.layout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.LayoutVersion;
import org.earlyhelp.hub.intake.storage.MappingVersionStore;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.mapping.MappingDifference;
import org.earlyhelp.hub.mapping.MappingFolder;
import org.earlyhelp.hub.sharing.AgreementFolder;
import org.earlyhelp.hub.sharing.TwoPeople;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the book of mappings to what people have activated, and the folder for proposals. Thread-safe. */
@Component
public class LayoutKeeper implements LayoutVersions, InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutKeeper.class);
    private final MappingBook book;
    private final MappingVersionStore store;
    private final HubClock clock;
    private final TransactionTemplate transaction;
    private final Path folder;
    private final ProposedLayouts proposals;
    private List<Integer> adopted = List.of();
    private Looked last = new Looked(Optional.empty(), List.of());

    /** What a look found in the folder and, by number, in the tables: where neither has changed nothing is to be done. */
    private record Looked(Optional<String> folder, List<Integer> numbers) {
        boolean isAsBefore(Optional<String> says, List<Integer> known) {
            return folder.isPresent() && folder.equals(says) && numbers.equals(known);
        }
    }

    public LayoutKeeper(MappingBook book, MappingVersionStore store, HubSettings settings, HubClock clock, TransactionTemplate transaction) {
        this.book = book;
        this.store = store;
        this.clock = clock;
        this.transaction = transaction;
        this.folder = settings.configDir().resolve("mappings");
        this.proposals = new ProposedLayouts(settings.demo(), store, clock);
    }

    /** Before anything is taken: what stands is what people activated, not what lies in the folder. */
    @Override
    public void afterPropertiesSet() {
        refresh();
    }

    @Override
    public synchronized void refresh() {
        transaction.executeWithoutResult(status -> look());
        adopt();
    }

    private void look() {
        store.lock();
        Optional<String> says = AgreementFolder.fingerprint(folder);
        if (!last.isAsBefore(says, numbers())) {
            book.note(proposals.look(MappingFolder.read(folder)));
            last = new Looked(says, numbers());
        }
    }

    private List<Integer> numbers() {
        return Stream.concat(store.standing().stream(), store.waiting().stream()).map(LayoutVersion::number).toList();
    }

    private void adopt() {
        List<LayoutVersion> standing = store.standing().stream().filter(version -> !version.removed()).toList();
        List<Integer> numbers = standing.stream().map(LayoutVersion::number).toList();
        if (numbers.equals(adopted)) {
            return;
        }
        List<Mapping> layouts = new ArrayList<>();
        for (LayoutVersion version : standing) {
            Optional<Mapping> kept = layout(version.number());
            kept.ifPresentOrElse(layouts::add, () -> LOG.error("layout {} was kept and cannot be read any more; its feeds wait", version.ref()));
        }
        book.adopt(layouts);
        adopted = numbers;
    }

    @Override
    public List<LayoutVersion> proposals() {
        return store.waiting();
    }

    @Override
    public List<LayoutVersion> newest(String mapping, int limit) {
        return store.newest(mapping, limit);
    }

    @Override
    public Optional<LayoutVersion> version(int number) {
        return store.version(number);
    }

    @Override
    public Optional<String> text(int number) {
        return store.text(number);
    }

    @Override
    public Optional<Mapping> layout(int number) {
        return store.version(number).flatMap(version -> store.text(number).map(text -> MappingFolder.kept(version.mapping(), text))).flatMap(Checked::asOptional);
    }

    @Override
    public List<String> difference(int number) {
        Optional<LayoutVersion> version = store.version(number);
        if (version.isEmpty()) {
            return List.of();
        }
        Mapping before = store.before(version.get()).flatMap(earlier -> layout(earlier.number())).orElse(null);
        return MappingDifference.between(before, layout(number).orElse(null));
    }

    @Override
    public List<ConfigFault> faults() {
        return book.faults();
    }

    @Override
    public Answer propose(int number, String account) {
        return TwoPeople.putForward(store.propose(number, account, clock.now()));
    }

    @Override
    public Answer activate(int number, String account) {
        Optional<LayoutVersion> waiting = store.version(number).filter(LayoutVersion::isProposal);
        return TwoPeople.activate("file", waiting.isPresent(), waiting.map(LayoutVersion::proposedBy).orElse(null), account,
                () -> store.activate(number, account, clock.now()));
    }
}
