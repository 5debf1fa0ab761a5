package org.earlyhelp.hub.need.lane;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.RuleVersions.Version;
import org.earlyhelp.hub.need.engine.RuleTrial;
import org.earlyhelp.hub.need.rules.RuleSet;
import org.earlyhelp.hub.need.rules.VersionCheck;
import org.earlyhelp.hub.need.storage.RuleSetStore;
import org.springframework.transaction.support.TransactionTemplate;

/** The folder of rules as a proposal: keeps what it says for two people to decide on. Not thread-safe. */
final class ProposalFolder {
    private final Path folder;
    private final RuleBook book;
    private final RuleSetStore store;
    private final HubClock clock;
    private final TransactionTemplate transaction;
    private String looked = "";
    private List<ConfigFault> faults = List.of();

    ProposalFolder(Path folder, RuleBook book, RuleSetStore store, HubClock clock, TransactionTemplate transaction) {
        this.folder = folder;
        this.book = book;
        this.store = store;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Looks at the folder and returns what keeps it from being a proposal. A change of it is tried once: trying the examples
     * of a faulty folder every ten seconds would help nobody.
     */
    List<ConfigFault> lookedAt(Version inForce) {
        Checked<RuleSet> read = RuleSet.read(folder);
        String says = read.asOptional().map(RuleSet::sha256).orElseGet(() -> read.faults().toString());
        if (!says.equals(looked)) {
            looked = says;
            faults = read.faults();
            read.asOptional().ifPresentOrElse(set -> keep(set, inForce), store::dropWaiting);
        }
        return faults;
    }

    private void keep(RuleSet set, Version inForce) {
        faults = faultsOf(set);
        boolean waits = store.waiting().filter(waiting -> waiting.sha256().equals(set.sha256())).isPresent();
        if (set.sha256().equals(inForce.sha256()) || !faults.isEmpty()) {
            store.dropWaiting();
        } else if (!waits) {
            transaction.executeWithoutResult(status -> store.keepWaiting(set, clock.now()));
        }
    }

    private List<ConfigFault> faultsOf(RuleSet candidate) {
        List<ConfigFault> found = new ArrayList<>(RuleTrial.faults(folder));
        book.set().ifPresent(inForce -> found.addAll(VersionCheck.faults(inForce, candidate)));
        return List.copyOf(found);
    }
}
