package org.earlyhelp.hub.alert.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.Recall;
import org.earlyhelp.hub.alert.Recall.By;
import org.earlyhelp.hub.alert.message.PersonFlags;
import org.earlyhelp.hub.alert.message.RecallNote;
import org.earlyhelp.hub.alert.message.WhoWasTold;
import org.earlyhelp.hub.alert.storage.EvidenceStore;
import org.earlyhelp.hub.alert.storage.NoticeStore;
import org.earlyhelp.hub.alert.storage.RecallStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
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
        Map<String, Heard> heard = tell(withdrawn, id, anyone -> true);
        List<Recall.Told> done = told.stream().map(one -> one.by() == By.PAGE ? one : one.by(now(one, heard))).toList();
        store.add(new Recall(id, withdrawn.ref(), withdrawn.family(), withdrawn.because(), reason, clock.now(), done));
        if (done.stream().anyMatch(one -> one.by() == By.NOT_TOLD || one.by() == By.WAITS)) {
            notices.tellManager(withdrawn.ref(), "recall-not-told", "Somebody who was told of it could not be told that it is withdrawn: see the recall.", clock.now());
        }
    }

    /** Tells whom a stopped sharing log kept it from, in the caller's transaction; whom the rules keep it from even so is NOT_TOLD. */
    void tellWhoWaits(Alert withdrawn, Recall recall) {
        List<Recall.Told> waiting = recall.told().stream().filter(one -> one.by() == By.WAITS).toList();
        Set<String> names = waiting.stream().map(Recall.Told::name).collect(Collectors.toSet());
        Map<String, Heard> heard = tell(withdrawn.ended(recall.because(), withdrawn.successor()), recall.id(), names::contains);
        waiting.forEach(one -> store.reached(recall.id(), one.name(), now(one, heard)));
    }

    /** Tells those queues and agencies that had been told of the alert, or of one that led to it. */
    private Map<String, Heard> tell(Alert withdrawn, String recall, Predicate<String> whom) {
        List<String> chain = store.chainOf(withdrawn.ref()).stream().map(Alert::ref).toList();
        List<PersonFlags> flags = people.flagsOf(withdrawn);
        Map<String, Heard> heard = new HashMap<>();
        store.messaged(chain).stream().filter(told -> whom.test(told.queue())).forEach(told -> heard.put(told.queue(), tell(withdrawn, told, recall, flags)));
        store.outcomesOf(chain).stream().filter(told -> whom.test(told.agency()))
                .forEach(told -> heard.merge(told.agency(), files.recall(withdrawn, told, flags), Heard::better));
        return heard;
    }

    private Heard tell(Alert withdrawn, RecallStore.Messaged told, String recall, List<PersonFlags> flags) {
        AlertQueue queue = AlertQueue.named(told.queue());
        String id = Ids.ulid(clock);
        return Heard.of(outbox.put(RecallNote.request(withdrawn, queue, flags),
                allowance -> RecallNote.message(withdrawn, queue, told.properties(), id, recall, source.uri(), clock.now())));
    }

    private static By now(Recall.Told one, Map<String, Heard> heard) {
        return switch (heard.getOrDefault(one.name(), Heard.REFUSED)) {
            case TOLD -> one.kind().equals("AGENCY") ? By.FILE : By.MESSAGE;
            case WAITS -> By.WAITS;
            case REFUSED -> By.NOT_TOLD;
        };
    }
}
