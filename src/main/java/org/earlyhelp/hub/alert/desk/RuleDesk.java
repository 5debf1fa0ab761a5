package org.earlyhelp.hub.alert.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.RuleWithdrawals;
import org.earlyhelp.hub.alert.life.AlertEvent;
import org.earlyhelp.hub.alert.life.AlertLife;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.RuleWithdrawalStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Withdraws what rests on a rule alone, each alert in a transaction of its own, so that no other family waits. */
@Component
public class RuleDesk implements RuleWithdrawals {
    private static final int HIGHEST_LEVEL = 4;
    private final RuleWithdrawalStore store;
    private final AlertStore alerts;
    private final AlertWriter writer;
    private final HubClock clock;
    private final TransactionTemplate transaction;
    private final Set<Long> atWork = ConcurrentHashMap.newKeySet();

    public RuleDesk(RuleWithdrawalStore store, AlertStore alerts, AlertWriter writer, HubClock clock, TransactionTemplate transaction) {
        this.store = store;
        this.alerts = alerts;
        this.writer = writer;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public List<String> restingOn(String rule) {
        return store.restingOn(rule);
    }

    @Override
    public boolean takesTwo(String rule) {
        return store.isHarmAmong(rule);
    }

    @Override
    public Withdrawal withdraw(String rule, String reason, String by) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("a rule is withdrawn with a reason only");
        }
        if (!takesTwo(rule)) {
            return run(store.find(store.add(rule, reason.strip(), by, clock.now(), State.BEGUN)));
        }
        return store.asked(rule).orElseGet(() -> store.find(store.add(rule, reason.strip(), by, clock.now(), State.ASKED)));
    }

    @Override
    public Optional<Withdrawal> confirm(long id, String by) {
        return store.settle(id, State.BEGUN, by) ? Optional.of(run(store.find(id))) : Optional.empty();
    }

    @Override
    public Optional<Withdrawal> leave(long id) {
        return store.settle(id, State.LEFT, null) ? Optional.of(store.find(id)) : Optional.empty();
    }

    /** Ends what a stop of the hub broke off. Leaves alone what is at work right now: nobody waits for that here. */
    public void goOn() {
        store.begun().stream().filter(begun -> !atWork.contains(begun.id())).forEach(this::run);
    }

    private Withdrawal run(Withdrawal begun) {
        atWork.add(begun.id());
        try {
            return end(begun);
        } finally {
            atWork.remove(begun.id());
        }
    }

    private Withdrawal end(Withdrawal begun) {
        for (String ref : store.restingOn(begun.rule())) {
            transaction.executeWithoutResult(status -> withdrawAlert(ref, begun));
        }
        transaction.executeWithoutResult(status -> store.done(begun.id(), store.leaveBacklog(begun.rule())));
        return store.find(begun.id());
    }

    /** Nothing happens when the alert ended, came to rest on more, or came to level 4 while nobody else had to confirm. */
    private void withdrawAlert(String ref, Withdrawal begun) {
        Alert alert = alerts.findLocked(ref).orElseThrow();
        boolean mayEnd = alert.content().level() < HIGHEST_LEVEL || begun.confirmedBy() != null;
        if (mayEnd && AlertLife.edge(alert.status(), AlertEvent.RULE_WITHDRAWN).isPresent() && store.restsOn(ref, begun.rule())) {
            writer.happen(alert, AlertEvent.RULE_WITHDRAWN, open -> open.ended(Because.RULE_WITHDRAWN, null), begun.reason());
            store.withdrew(begun.id(), ref);
        }
    }

    @Override
    public List<Withdrawal> newest() {
        return store.newest();
    }
}
