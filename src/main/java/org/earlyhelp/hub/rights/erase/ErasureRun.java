package org.earlyhelp.hub.rights.erase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.earlyhelp.hub.identity.ErasureScope;
import org.earlyhelp.hub.identity.lane.WorkOff;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.rights.erase.ErasurePlan.Held;
import org.earlyhelp.hub.rights.storage.ErasureCases;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.SharingLogEraser;
import org.earlyhelp.hub.sharing.erasure.CopyKeeper;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries confirmed erasures out: first the line in the ledger, then the whole database in one transaction, then every copy
 * elsewhere, each noted when it is clear. May be broken off anywhere and goes on where it stood. One at a time.
 */
@Component
public class ErasureRun {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureRun.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TRACES = "traces";
    private static final String LOG_PLACE = "entries of the sharing log";
    private final ErasureScope scope;
    private final List<Erasable> rooms;
    private final List<CopyKeeper> keepers;
    private final ErasureCases cases;
    private final ErasureLedger ledger;
    private final ObjectProvider<SharingLogEraser> log;
    private final DisclosureDesk desk;
    private final WorkOff waiting;
    private final TextSeal seal;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final HubClock clock;

    ErasureRun(ErasureScope scope, List<Erasable> rooms, List<CopyKeeper> keepers, ErasureCases cases, ErasureLedger ledger, ObjectProvider<SharingLogEraser> log,
               DisclosureDesk desk, WorkOff waiting, TextSeal seal, TransactionTemplate transaction, ApplicationEventPublisher news, HubClock clock) {
        this.scope = scope;
        this.rooms = rooms.stream().sorted(Comparator.comparing(Erasable::order)).toList();
        this.keepers = keepers.stream().sorted(Comparator.comparing(CopyKeeper::order)).toList();
        this.cases = cases;
        this.ledger = ledger;
        this.log = log;
        this.desk = desk;
        this.waiting = waiting;
        this.seal = seal;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    void wake() {
        news.publishEvent(new ErasureConfirmed());
    }

    /** Carries out what is confirmed, as far as it goes now. Answers whether nothing is left to do. */
    public synchronized boolean work() {
        boolean all = true;
        for (ErasureCase found : cases.underWay()) {
            all &= carryOut(found);
        }
        return all;
    }

    /** Lets the database forget everybody of whom that is confirmed; the copies come later. */
    synchronized void forgetAll() {
        cases.underWay().stream().filter(found -> !found.isForgotten()).forEach(this::forget);
    }

    private boolean carryOut(ErasureCase found) {
        if (!found.isForgotten()) {
            forget(found);
        }
        boolean clear = cleared(found, LOG_PLACE, traces -> forgetInLog(found, traces));
        for (CopyKeeper keeper : keepers) {
            clear &= cleared(found, keeper.name(), keeper::clear);
        }
        if (clear) {
            cases.done(found.ref(), clock.now());
            LOG.info("{} is done: every place is clear", found.ref());
        }
        return clear;
    }

    private void forget(ErasureCase found) {
        waiting.run();
        Optional<Erasure> erasure = scope.ofPerson(found.person());
        List<String> by = List.of(found.proposedBy(), found.decidedBy());
        erasure.ifPresent(known -> ledger.add(found.ref(), known.refs(), by, clock.now()));
        transaction.executeWithoutResult(status -> {
            Optional<Erasure> now = scope.ofPerson(found.person());
            if (!now.map(Erasure::refs).equals(erasure.map(Erasure::refs))) {
                throw new IllegalStateException(found.ref() + ": the person was merged or split just now; tried again");
            }
            now.ifPresentOrElse(known -> forget(found, known), () -> cases.forgotten(found.ref(), List.of(), List.of()));
        });
        LOG.info("{}: the database has forgotten the person", found.ref());
    }

    private void forget(ErasureCase found, Erasure erasure) {
        keepTraces(found, erasure);
        List<Held> counts = new ArrayList<>();
        rooms.forEach(room -> room.erase(erasure).forEach(one -> counts.add(new Held(room.room(), one.what(), one.count()))));
        List<String> entries = desk.note(List.of(new Act(ActKind.ERASED, null, Recipient.role("ig", found.decidedBy()), Purpose.GOVERNANCE, null, Set.of(), Set.of(),
                Map.of("case", found.ref(), "why", why(found), "proposedBy", found.proposedBy(), "confirmedBy", found.decidedBy(),
                        "people", String.valueOf(erasure.people().size()), "records", String.valueOf(erasure.records().size())))));
        cases.forgotten(found.ref(), counts, entries);
    }

    /** What an earlier person of the same case left to look for stays to be looked for. */
    private void keepTraces(ErasureCase found, Erasure erasure) {
        Traces all = cases.traces(found.ref()).map(sealed -> opened(found, sealed)).map(before -> before.and(scope.traces(erasure))).orElseGet(() -> scope.traces(erasure));
        cases.seal(found.ref(), seal.seal(found.ref(), Map.of(TRACES, JSON.writeValueAsString(all))));
    }

    /** After the database, since entries about the person may be written until then; the proofs of all entries stay. */
    private CopyKeeper.Cleared forgetInLog(ErasureCase found, Traces traces) {
        SharingLogEraser eraser = log.getIfAvailable();
        if (eraser == null || traces.refs().isEmpty()) {
            return CopyKeeper.Cleared.all(0);
        }
        return transaction.execute(status -> {
            SharingLogEraser.Erased erased = eraser.erase(Set.copyOf(traces.refs()), why(found), List.of(found.proposedBy(), found.decidedBy()));
            cases.logged(found.ref(), erased.entries());
            return CopyKeeper.Cleared.all(erased.indexes().size());
        });
    }

    private static String why(ErasureCase found) {
        return "Erasure " + found.ref() + ", UK GDPR Article " + found.ground().article();
    }

    private boolean cleared(ErasureCase found, String place, Function<Traces, CopyKeeper.Cleared> clear) {
        if (found.isClear(place)) {
            return true;
        }
        CopyKeeper.Cleared cleared;
        try {
            Traces traces = cases.traces(found.ref()).map(sealed -> opened(found, sealed)).orElse(new Traces(List.of(), List.of(), List.of()));
            cleared = clear.apply(traces);
        } catch (RuntimeException e) {
            // The cause may quote data: only its kind is told.
            LOG.warn("{}: {} could not be cleared ({}); tried again", found.ref(), place, e.getClass().getSimpleName());
            cleared = new CopyKeeper.Cleared(0, "It could not be reached; tried again.");
        }
        cases.cleared(found.id(), place, cleared.count(), cleared.waits(), clock.now());
        return cleared.waits() == null;
    }

    private Traces opened(ErasureCase found, byte[] sealed) {
        return JSON.readValue(seal.open(found.ref(), sealed).get(TRACES), Traces.class);
    }
}
