package org.earlyhelp.hub.alert.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.Recall;
import org.earlyhelp.hub.alert.message.PersonFlags;
import org.earlyhelp.hub.alert.message.RecallNote;
import org.earlyhelp.hub.alert.message.WhoWasTold;
import org.earlyhelp.hub.alert.storage.EvidenceStore;
import org.earlyhelp.hub.alert.storage.NoticeStore;
import org.earlyhelp.hub.alert.storage.RecallStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.springframework.stereotype.Component;

/**
 * Recalls a withdrawn alert in the transaction that withdraws it: everyone who was told of it, or of the alerts that led to
 * it, is listed from the sharing log and told: queues by a message, agencies by a file, people on their page.
 */
@Component
class RecallDesk {
    private final RecallStore store;
    private final LogReading log;
    private final EvidenceStore evidence;
    private final AlertTelling people;
    private final Outbox outbox;
    private final OutcomeTelling files;
    private final NoticeStore notices;
    private final HubSource source;
    private final HubClock clock;

    RecallDesk(RecallStore store, LogReading log, EvidenceStore evidence, AlertTelling people, Outbox outbox, OutcomeTelling files, NoticeStore notices,
               HubSource source, HubClock clock) {
        this.store = store;
        this.log = log;
        this.evidence = evidence;
        this.people = people;
        this.outbox = outbox;
        this.files = files;
        this.notices = notices;
        this.source = source;
        this.clock = clock;
    }

    /** Everyone told so far; ask before the withdrawal itself is told. */
    List<Recall.Told> toldOf(Alert alert) {
        List<Alert> chain = store.chainOf(alert.ref());
        Instant since = chain.stream().map(one -> one.clocks().raisedAt()).min(Instant::compareTo).orElseThrow();
        Set<String> concerned = new TreeSet<>();
        chain.forEach(one -> concerned.addAll(one.content().people()));
        concerned.addAll(evidence.standingFor(concerned).values());
        List<LoggedEntry> entries = new ArrayList<>();
        concerned.forEach(person -> entries.addAll(log.entriesSince(person, since)));
        entries.sort((one, other) -> Long.compare(one.ordinal(), other.ordinal()));
        return WhoWasTold.of(entries);
    }

    /** Keeps the recall and tells. */
    void recall(Alert withdrawn, List<Recall.Told> told, String reason) {
        String id = Ids.ulid(clock);
        List<String> chain = store.chainOf(withdrawn.ref()).stream().map(Alert::ref).toList();
        List<PersonFlags> flags = people.flagsOf(withdrawn);
        Set<String> reached = new HashSet<>();
        store.messaged(chain).forEach(queue -> {
            if (tell(withdrawn, queue, id, flags)) {
                reached.add(queue.queue());
            }
        });
        store.outcomesOf(chain).forEach(outcome -> {
            if (files.recall(withdrawn, outcome, flags)) {
                reached.add(outcome.agency());
            }
        });
        List<Recall.Told> done = told.stream().map(one -> one.by() == Recall.By.PAGE || reached.contains(one.name()) ? one : notTold(one)).toList();
        store.add(new Recall(id, withdrawn.ref(), withdrawn.family(), withdrawn.because(), reason, clock.now(), done));
        if (done.stream().anyMatch(one -> one.by() == Recall.By.NOT_TOLD)) {
            notices.tellManager(withdrawn.ref(), "recall-not-told", "Somebody who was told of it could not be told that it is withdrawn: see the recall.", clock.now());
        }
    }

    private boolean tell(Alert withdrawn, RecallStore.Messaged told, String recall, List<PersonFlags> flags) {
        AlertQueue queue = AlertQueue.named(told.queue());
        String id = Ids.ulid(clock);
        return outbox.put(RecallNote.request(withdrawn, queue, flags),
                allowance -> RecallNote.message(withdrawn, queue, told.properties(), id, recall, source.uri(), clock.now())) instanceof Disclosed<?>;
    }

    private static Recall.Told notTold(Recall.Told one) {
        return new Recall.Told(one.kind(), one.name(), one.who(), one.act(), one.channel(), one.firstAt(), one.lastAt(), one.entries(), Recall.By.NOT_TOLD);
    }
}
