package org.earlyhelp.hub.alert.desk;

import java.util.ArrayList;
import java.util.List;
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
    private final RuleWithdrawalStore store;
    private final AlertStore alerts;
    private final AlertWriter writer;
    private final HubClock clock;
    private final TransactionTemplate transaction;

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
    public Withdrawal withdraw(String rule, String reason, String by) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("a rule is withdrawn with a reason only");
        }
        List<String> withdrawn = new ArrayList<>();
        for (String ref : store.restingOn(rule)) {
            if (Boolean.TRUE.equals(transaction.execute(status -> withdrawAlert(ref, rule, reason)))) {
                withdrawn.add(ref);
            }
        }
        return transaction.execute(status -> {
            Withdrawal made = new Withdrawal(rule, reason.strip(), by, clock.now(), withdrawn, store.leaveBacklog(rule));
            store.add(made);
            return made;
        });
    }

    /** False when the alert ended, or came to rest on more, in the meantime. */
    private boolean withdrawAlert(String ref, String rule, String reason) {
        Alert alert = alerts.findLocked(ref).orElseThrow();
        if (AlertLife.edge(alert.status(), AlertEvent.RULE_WITHDRAWN).isEmpty() || !store.restsOn(ref, rule)) {
            return false;
        }
        writer.happen(alert, AlertEvent.RULE_WITHDRAWN, open -> open.ended(Because.RULE_WITHDRAWN, null), reason);
        return true;
    }

    @Override
    public List<Withdrawal> all() {
        return store.all();
    }
}
