package org.earlyhelp.hub.rights.retain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.identity.ErasureScope;
import org.earlyhelp.hub.identity.ForgottenFields;
import org.earlyhelp.hub.intake.ExpiredTexts;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.rights.retain.RetentionRun.Line;
import org.earlyhelp.hub.rights.retain.RetentionRun.State;
import org.earlyhelp.hub.rights.storage.DueStore;
import org.earlyhelp.hub.rights.storage.RetentionStore;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a confirmed run out, some records at a time, each portion a transaction: broken off anywhere it goes on with what is
 * left. Who is protected is asked anew for every portion.
 */
@Component
public class RetentionWork {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionWork.class);
    private static final int PORTION_ITEMS = 200;
    private final RetentionStore store;
    private final DueStore due;
    private final Protected keep;
    private final Agreed agreed;
    private final ErasureScope scope;
    private final List<Erasable> rooms;
    private final ForgottenFields fields;
    private final ExpiredTexts texts;
    private final DisclosureDesk desk;
    private final TransactionTemplate transaction;
    private final HubClock clock;

    RetentionWork(RetentionStore store, DueStore due, Protected keep, Agreed agreed, ErasureScope scope, List<Erasable> rooms, ForgottenFields fields, ExpiredTexts texts,
                  DisclosureDesk desk, TransactionTemplate transaction, HubClock clock) {
        this.store = store;
        this.due = due;
        this.keep = keep;
        this.agreed = agreed;
        this.scope = scope;
        this.rooms = rooms.stream().sorted(Comparator.comparing(Erasable::order)).toList();
        this.fields = fields;
        this.texts = texts;
        this.desk = desk;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does what is confirmed; nothing happens when nothing is. */
    public synchronized void work() {
        store.open().filter(run -> run.state() == State.CONFIRMED).ifPresent(this::carryOut);
    }

    private void carryOut(RetentionRun run) {
        for (Expiry expiry : agreed.expiries(run.asOf())) {
            if (isAskedFor(run, expiry)) {
                while (portion(run, expiry) > 0) {
                    LOG.debug("a portion of {} {} has gone", expiry.agency(), expiry.dataClass());
                }
            }
        }
        transaction.executeWithoutResult(status -> finish(store.find(run.id()).orElseThrow()));
    }

    /** A period that became shorter after it was shown is for the next run. */
    private static boolean isAskedFor(RetentionRun run, Expiry expiry) {
        return run.lines().stream().anyMatch(line -> line.agency().equals(expiry.agency()) && line.dataClass().equals(expiry.dataClass().name())
                && !expiry.before().isAfter(line.before()));
    }

    private int portion(RetentionRun run, Expiry expiry) {
        Integer gone = transaction.execute(status -> {
            List<Long> items = keep.everybody() ? List.of() : due.oldest(expiry, keep.people(), PORTION_ITEMS);
            if (!items.isEmpty()) {
                take(expiry.dataClass(), items);
                store.gone(run.id(), expiry.agency(), expiry.dataClass().name(), items.size());
            }
            return items.size();
        });
        return gone == null ? 0 : gone;
    }

    private void take(DataClass dataClass, List<Long> items) {
        switch (dataClass) {
            case FREE_TEXT -> texts.destroy(items);
            case CONTACT -> fields.forget(ForgottenFields.Field.CONTACT, items);
            case ADDRESS -> fields.forget(ForgottenFields.Field.ADDRESS, items);
            case ALLEGATION -> erase(scope.ofMentions(items));
            default -> erase(scope.ofRecords(items));
        }
    }

    private void erase(Erasure erasure) {
        rooms.forEach(room -> room.erase(erasure));
    }

    private void finish(RetentionRun run) {
        List<Act> acts = new ArrayList<>();
        for (Line line : run.lines()) {
            acts.add(new Act(ActKind.ERASED, null, Recipient.role("ig", run.decidedBy()), Purpose.GOVERNANCE, line.agency(), Set.of(DataClass.valueOf(line.dataClass())), Set.of(),
                    Map.of("why", "Retention: the last fact is older than " + line.before(), "run", String.valueOf(run.id()), "items", String.valueOf(line.gone()),
                            "askedBy", run.askedBy(), "confirmedBy", run.decidedBy())));
        }
        store.done(run.id(), desk.note(acts), clock.now());
        LOG.info("Retention run {} is done", run.id());
    }
}
