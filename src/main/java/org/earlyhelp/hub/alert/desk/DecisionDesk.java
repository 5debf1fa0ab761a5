package org.earlyhelp.hub.alert.desk;

import java.util.Optional;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertDecisions;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.alert.LevelOverrides;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.alert.life.AlertEvent;
import org.earlyhelp.hub.alert.life.AlertLife;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.DecisionStore;
import org.earlyhelp.hub.alert.storage.NoticeStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets decisions take effect: once by id, by the table of the alert's life, handing over in the same transaction. */
@Component
public class DecisionDesk implements AlertDecisions {
    private final AlertStore alerts;
    private final DecisionStore decisions;
    private final AlertWriter writer;
    private final OutcomeTelling outcomes;
    private final LevelDesk levels;
    private final NoticeStore notices;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    public DecisionDesk(AlertStore alerts, DecisionStore decisions, AlertWriter writer, OutcomeTelling outcomes, LevelDesk levels,
                        NoticeStore notices, HubClock clock, TransactionTemplate transaction) {
        this.alerts = alerts;
        this.decisions = decisions;
        this.writer = writer;
        this.outcomes = outcomes;
        this.levels = levels;
        this.notices = notices;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Result apply(Decision decision) {
        return transaction.execute(status -> decisions.has(decision.id()) ? new Result.Repeated() : applyOnce(decision));
    }

    private Result applyOnce(Decision decision) {
        Optional<Alert> found = alerts.findLocked(decision.alert());
        if (found.isEmpty()) {
            return new Result.Refused(Reason.UNKNOWN_ALERT);
        }
        Alert alert = found.get();
        if (decision.alertVersion() > alert.version()) {
            return new Result.Refused(Reason.UNKNOWN_VERSION);
        }
        AlertEvent event = eventOf(decision, alert);
        if (AlertLife.edge(alert.status(), event).isEmpty()) {
            return new Result.Refused(Reason.ALERT_ENDED);
        }
        if (!decisions.add(decision, clock.now())) {
            return new Result.Repeated();
        }
        setLevel(alert, decision);
        return new Result.Applied(happen(alert, event, decision));
    }

    /** A level that cannot stand loses no decision: a manager is told instead. */
    private void setLevel(Alert alert, Decision decision) {
        if (decision.level() == null) {
            return;
        }
        boolean reasoned = decision.reason() != null && !decision.reason().isBlank();
        if (!reasoned || levels.set(alert, decision.alertVersion(), decision.level(), decision.reason(), decision.by()) instanceof LevelOverrides.Result.Refused) {
            notices.tellManager(alert.ref(), reasoned ? "level-on-older-version" : "level-without-reason", reasoned
                    ? "A level was set on an older version: new evidence has come since, so it does not stand."
                    : "A level was set without a reason, so it does not stand.", clock.now());
        }
    }

    /** A safeguarding outcome never waits: what is new since goes along to first contact. */
    private static AlertEvent eventOf(Decision decision, Alert alert) {
        return switch (decision.action()) {
            case ACKNOWLEDGED -> AlertEvent.ACKNOWLEDGED;
            case FEEDBACK, RETURN_CONVERSATION -> AlertEvent.REMARKED;
            case OUTCOME -> alert.status().isOpen() && decision.alertVersion() < alert.version() && decision.outcome() != Outcome.SAFEGUARDING
                    ? AlertEvent.DECIDED_ON_OLDER : decidedBy(decision.outcome(), alert.queue());
        };
    }

    private static AlertEvent decidedBy(Outcome outcome, AlertQueue queue) {
        if (outcome.owner() == queue) {
            return AlertEvent.DECIDED;
        }
        return queue == AlertQueue.EARLY_HELP ? AlertEvent.HANDED_UP : AlertEvent.HANDED_DOWN;
    }

    private Alert happen(Alert alert, AlertEvent event, Decision decision) {
        if (event != AlertEvent.REMARKED) {
            alerts.acknowledged(alert, decision.at());
        }
        return switch (event) {
            case DECIDED, HANDED_UP, HANDED_DOWN -> decided(alert, event, decision);
            case DECIDED_ON_OLDER -> writer.happen(alert, event, open -> open.decided(decision.outcome(), decision.at(), true), decision.reason());
            default -> writer.happen(alert, event, same -> same, null);
        };
    }

    private Alert decided(Alert alert, AlertEvent event, Decision decision) {
        String successor = ownerAfter(alert, decision.outcome());
        Alert decided = writer.happen(alert, event,
                open -> open.decided(decision.outcome(), decision.at(), false).ended(successor == null ? open.because() : Because.HANDED_OVER, successor),
                decision.reason());
        outcomes.tell(decided);
        return decided;
    }

    /** Gives the family to the other queue where the outcome belongs there; the reference of the alert that has it then, or null. */
    private String ownerAfter(Alert alert, Outcome outcome) {
        AlertQueue owner = outcome.owner();
        if (owner == alert.queue()) {
            return null;
        }
        return alerts.openOf(alert.familyId(), owner).map(Alert::ref).orElseGet(() -> handOver(alert, owner));
    }

    private String handOver(Alert alert, AlertQueue owner) {
        return writer.raise(alert.familyId(), owner, alert.content().on(owner), false, Because.HANDED_OVER, alerts.groundsOf(alert)).ref();
    }
}
