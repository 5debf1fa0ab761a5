package org.earlyhelp.hub.alert.desk;

import java.util.Map;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertAnswers;
import org.earlyhelp.hub.alert.AlertDecisions;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.AnswerWordsStore;
import org.earlyhelp.hub.alert.storage.DecisionStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes decisions from pages: looks at the version first, then lets them take effect as any other. */
@Component
class AnswerDesk implements AlertAnswers {
    private final AlertDecisions decisions;
    private final AlertStore alerts;
    private final DecisionStore kept;
    private final AnswerWordsStore words;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    AnswerDesk(AlertDecisions decisions, AlertStore alerts, DecisionStore kept, AnswerWordsStore words, HubClock clock, TransactionTemplate transaction) {
        this.decisions = decisions;
        this.alerts = alerts;
        this.kept = kept;
        this.words = words;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Answer apply(Decision decision, Map<String, String> written) {
        return transaction.execute(status -> {
            if (kept.has(decision.id())) {
                return new Answer.Repeated();
            }
            return alerts.find(decision.alert()).map(alert -> applyTo(alert, decision, written))
                    .orElseGet(() -> new Answer.Refused(AlertDecisions.Reason.UNKNOWN_ALERT));
        });
    }

    @Override
    public Map<String, String> wordsOf(String decisionId) {
        return words.open(decisionId);
    }

    private Answer applyTo(Alert found, Decision decision, Map<String, String> written) {
        alerts.lockFamily(found.familyId());
        Alert alert = alerts.find(found.ref()).orElseThrow();
        if (isStale(alert, decision)) {
            return new Answer.Stale(alert.version());
        }
        AlertDecisions.Result result = decisions.apply(decision);
        if (result instanceof AlertDecisions.Result.Applied applied) {
            return done(applied.alert(), decision, written);
        }
        return result instanceof AlertDecisions.Result.Refused refused ? new Answer.Refused(refused.reason()) : new Answer.Repeated();
    }

    /** A child at risk does not wait for a page to be read again. */
    private static boolean isStale(Alert alert, Decision decision) {
        return decision.action() == Decision.Action.OUTCOME && decision.outcome() != Outcome.SAFEGUARDING && alert.status().isOpen()
                && decision.alertVersion() < alert.version();
    }

    private Answer done(Alert alert, Decision decision, Map<String, String> written) {
        if (!written.isEmpty()) {
            words.add(decision.id(), written, clock.now());
        }
        return new Answer.Done(alert);
    }
}
