package org.earlyhelp.hub.rights.dispute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.rights.storage.DisputeStore;
import org.earlyhelp.hub.rights.storage.DisputeStore.Waiting;
import org.earlyhelp.hub.sharing.EachByItself;
import org.earlyhelp.hub.sharing.LogWatch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for the corrections that a stopped sharing log kept back, once it goes on; each dispute in a transaction of its own, so that one that fails keeps none back. */
@Component
public class LateCorrections {
    /** So many disputes are looked at in one round, the oldest first. */
    private static final int ROUND_LIMIT_DISPUTES = 500;
    private final DisputeStore store;
    private final PersonDirectory persons;
    private final CorrectionAsking asking;
    private final LogWatch log;
    private final TransactionTemplate transaction;

    LateCorrections(DisputeStore store, PersonDirectory persons, CorrectionAsking asking, LogWatch log, TransactionTemplate transaction) {
        this.store = store;
        this.persons = persons;
        this.asking = asking;
        this.log = log;
        this.transaction = transaction;
    }

    /** Looks once at all that waits; answers how many disputes were dealt with. */
    public int letGo() {
        if (log.isStopped()) {
            return 0;
        }
        List<String> waiting = store.waiting(ROUND_LIMIT_DISPUTES);
        EachByItself.of(waiting, ref -> transaction.executeWithoutResult(status -> store.waitingLocked(ref).ifPresent(this::ask)));
        return waiting.size();
    }

    private void ask(Waiting dispute) {
        Map<String, String> words = new LinkedHashMap<>();
        dispute.accounts().forEach(account -> words.put(account, Dispute.STANDS_NO_MORE));
        Optional<Told> told = persons.byRef(dispute.person()).map(person -> asking.ask(person, concerned(dispute, person), dispute.field()));
        told.ifPresent(asked -> words.putAll(asked.words()));
        store.toldLate(dispute.ref(), new Told(words, told.map(Told::waits).orElse(Set.of())));
    }

    private List<Stated> concerned(Waiting dispute, PersonView person) {
        return store.stated(person.ref()).stream().filter(stated -> dispute.accounts().contains(stated.account().toString()))
                .filter(stated -> dispute.field() != null || stated.record().equals(dispute.record())).toList();
    }
}
