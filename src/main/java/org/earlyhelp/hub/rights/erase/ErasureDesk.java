package org.earlyhelp.hub.rights.erase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertsAbout;
import org.earlyhelp.hub.identity.ErasureScope;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.rights.erase.ErasureCase.State;
import org.earlyhelp.hub.rights.erase.ErasurePlan.Held;
import org.earlyhelp.hub.rights.hold.LegalHold;
import org.earlyhelp.hub.rights.hold.LegalHolds;
import org.earlyhelp.hub.rights.storage.ErasureCases;
import org.earlyhelp.hub.sharing.SharingLogEraser;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Erasures as people ask for them: look, propose, confirm as a second person, decline. Refusals say why in plain words. Thread-safe. */
@Component
public class ErasureDesk {
    /** Most characters of a reason. */
    public static final int REASON_CHARACTERS = 500;
    private static final int SAFEGUARDING = 4;
    private final ErasureScope scope;
    private final PersonDirectory people;
    private final List<Erasable> rooms;
    private final ObjectProvider<SharingLogEraser> log;
    private final AlertsAbout alerts;
    private final LegalHolds holds;
    private final ErasureCases cases;
    private final ErasureRun run;
    private final TransactionTemplate transaction;
    private final HubClock clock;

    ErasureDesk(ErasureScope scope, PersonDirectory people, List<Erasable> rooms, ObjectProvider<SharingLogEraser> log, AlertsAbout alerts, LegalHolds holds,
                ErasureCases cases, ErasureRun run, TransactionTemplate transaction, HubClock clock) {
        this.scope = scope;
        this.people = people;
        this.rooms = rooms.stream().sorted(Comparator.comparing(Erasable::order)).toList();
        this.log = log;
        this.alerts = alerts;
        this.holds = holds;
        this.cases = cases;
        this.run = run;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The newest cases first, as many as a page shows. */
    public List<ErasureCase> newest() {
        return cases.newest();
    }

    /** A case, whatever became of it. */
    public Optional<ErasureCase> find(String ref) {
        return cases.find(ref);
    }

    /** What an erasure would take out and what stands against it; empty when nobody is known under the reference. */
    public Optional<ErasurePlan> plan(String person) {
        return scope.ofPerson(person).map(erasure -> plan(people.byRef(person).orElseThrow().ref(), erasure));
    }

    private ErasurePlan plan(String standing, Erasure erasure) {
        List<Held> held = new ArrayList<>();
        rooms.forEach(room -> room.plan(erasure).forEach(one -> held.add(new Held(room.room(), one.what(), one.count()))));
        log.ifAvailable(eraser -> held.add(new Held("sharing log", "entries that lose what they say and keep their proof", eraser.count(erasure.refs()))));
        List<String> own = scope.ofPerson(standing).map(all -> List.copyOf(all.refs())).orElse(List.of());
        List<String> others = erasure.refs().stream().filter(ref -> people.byRef(ref).map(found -> !found.ref().equals(standing)).orElse(false)).toList();
        return new ErasurePlan(standing, others, held, obstacles(own));
    }

    private List<Obstacle> obstacles(List<String> refs) {
        List<Obstacle> found = new ArrayList<>();
        for (LegalHold hold : holds.over(refs)) {
            found.add(new Obstacle("A legal hold stands: " + hold.reason() + " (placed by " + hold.placedBy() + ").", true));
        }
        for (Alert alert : alerts.alertsOf(refs)) {
            if (alert.status().isOpen()) {
                found.add(new Obstacle("Alert " + alert.ref() + " is open: somebody may be about to act on it.", false));
            } else if (alert.content().level() == SAFEGUARDING) {
                found.add(new Obstacle("Alert " + alert.ref() + " was of level 4: the law may ask that it is kept.", false));
            }
        }
        if (scope.areWorkedWith(refs)) {
            found.add(new Obstacle("A service of the council says that it works with the person now.", false));
        }
        return found;
    }

    /**
     * Proposes an erasure and returns its reference.
     *
     * @param override why it should go on against what stands against it; blank when nothing does
     * @throws IllegalArgumentException with a plain sentence when it may not be proposed
     */
    public String propose(String person, Ground ground, String reason, String override, String account) {
        ErasurePlan plan = plan(person).orElseThrow(() -> new IllegalArgumentException("Nobody is known under that reference. Nothing was changed."));
        require(!reason.isEmpty() && reason.length() <= REASON_CHARACTERS && override.length() <= REASON_CHARACTERS,
                "Give a reason of at most " + REASON_CHARACTERS + " characters, and name nobody in it.");
        requireFree(plan, override);
        require(!cases.isAsked(plan.person()), "An erasure of that person waits already.");
        return transaction.execute(status -> cases.propose(
                new ErasureCases.Proposal(plan.person(), ground, reason, plan.needsOverride() ? override : null, account), clock.now()));
    }

    private static void requireFree(ErasurePlan plan, String override) {
        plan.obstacles().stream().filter(Obstacle::absolute).findFirst().ifPresent(hold -> {
            throw new IllegalArgumentException(hold.words() + " Nothing can be erased while it stands.");
        });
        require(!plan.needsOverride() || !override.isEmpty(), "Something stands against it: say why it should go on all the same.");
    }

    /**
     * Confirms as the second person: from here it is carried out, whatever happens to the hub in between.
     *
     * @throws IllegalArgumentException with a plain sentence when it may not be confirmed
     */
    public void confirm(String ref, String account) {
        ErasureCase found = waiting(ref);
        require(!found.proposedBy().equals(account), "You proposed it: a second, different person confirms it.");
        ErasurePlan plan = plan(found.person()).orElseThrow(() -> new IllegalArgumentException("Nobody is known under that reference any more."));
        requireFree(plan, found.override() == null ? "" : found.override());
        require(cases.decide(ref, State.CONFIRMED, null, account, null, clock.now()), "It was decided meanwhile.");
        run.wake();
    }

    /** Declines; the proposer may too. Throws IllegalArgumentException without words, or when it does not wait. */
    public void decline(String ref, String words, String account) {
        waiting(ref);
        require(!words.isEmpty() && words.length() <= REASON_CHARACTERS, "Say why in at most " + REASON_CHARACTERS + " characters, and name nobody in it.");
        require(cases.decide(ref, State.DECLINED, words, account, null, clock.now()), "It was decided meanwhile.");
    }

    private ErasureCase waiting(String ref) {
        return cases.find(ref).filter(one -> one.state() == State.PROPOSED).orElseThrow(() -> new IllegalArgumentException("It does not wait for a second person."));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
