package org.earlyhelp.hub.rights.retain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.rights.retain.RetentionRun.Line;
import org.earlyhelp.hub.rights.retain.RetentionRun.State;
import org.earlyhelp.hub.rights.storage.DueStore;
import org.earlyhelp.hub.rights.storage.RetentionStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Retention as people see it: what has run out, asked for by one and confirmed by another. Thread-safe. */
@Component
public class RetentionDesk {
    private final RetentionStore store;
    private final DueStore due;
    private final Protected keep;
    private final Agreed agreed;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final HubClock clock;

    RetentionDesk(RetentionStore store, DueStore due, Protected keep, Agreed agreed, TransactionTemplate transaction, ApplicationEventPublisher news, HubClock clock) {
        this.store = store;
        this.due = due;
        this.keep = keep;
        this.agreed = agreed;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** News: a run waits to be carried out. Only a wake-up. */
    public record Confirmed() {
    }

    /** The newest runs first, as many as a page shows. */
    public List<RetentionRun> newest() {
        return store.newest();
    }

    /** A run, whatever became of it. */
    public Optional<RetentionRun> find(long id) {
        return store.find(id);
    }

    /** Looks what has run out by today. What was found before and nobody asked for is found anew. */
    public void look() {
        Optional<RetentionRun> open = store.open();
        if (open.isPresent() && (open.get().state() != State.FOUND || open.get().asOf().equals(clock.today()))) {
            return;
        }
        List<Long> kept = keep.people();
        List<Line> lines = new ArrayList<>();
        for (Expiry expiry : keep.everybody() ? List.<Expiry>of() : agreed.expiries(clock.today())) {
            DueStore.Due found = due.count(expiry, kept);
            if (found.items() > 0) {
                lines.add(new Line(expiry.agency(), expiry.dataClass().name(), expiry.before(), found.items(), found.people(), found.oldest(), 0));
            }
        }
        transaction.executeWithoutResult(status -> store.found(clock.today(), lines, clock.now()));
    }

    /** Asks for a run that was found. Throws IllegalArgumentException with a plain sentence when it is no more. */
    public void ask(long id, String account) {
        require(store.ask(id, account, clock.now()), "It was asked for, or found anew, meanwhile.");
    }

    /** Confirms as the second person: from here it is carried out. Throws IllegalArgumentException with a plain sentence otherwise. */
    public void confirm(long id, String account) {
        RetentionRun run = store.find(id).filter(one -> one.state() == State.ASKED).orElseThrow(() -> new IllegalArgumentException("It does not wait for a second person."));
        require(!account.equals(run.askedBy()), "You asked for it: a second, different person confirms it.");
        require(store.confirm(id, account, clock.now()), "It was decided meanwhile.");
        news.publishEvent(new Confirmed());
    }

    /** Declines; what has run out is found again the next day. */
    public void decline(long id, String account) {
        require(store.decline(id, account, clock.now()), "It does not wait for a second person.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
