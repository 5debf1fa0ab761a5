package org.earlyhelp.hub.alert.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.message.OutboxMessage;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.BacklogStore;
import org.earlyhelp.hub.alert.storage.OutboxStore;
import org.earlyhelp.hub.intake.canary.CanaryRefused;
import org.earlyhelp.hub.intake.canary.CanaryStep;
import org.earlyhelp.hub.intake.canary.CanaryYield;
import org.earlyhelp.hub.need.CanaryAssessment;
import org.earlyhelp.hub.sharing.LogWatch;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has the canary's family assessed and an alert raised where the rules say so, in a transaction that is taken back; hands on what it would tell. */
@Component
@Order(2)
class AlertCanary implements CanaryStep {
    private final CanaryAssessment assessment;
    private final AlertStore alerts;
    private final BacklogStore backlog;
    private final OutboxStore outbox;
    private final LogWatch log;

    AlertCanary(CanaryAssessment assessment, AlertStore alerts, BacklogStore backlog, OutboxStore outbox, LogWatch log) {
        this.assessment = assessment;
        this.alerts = alerts;
        this.backlog = backlog;
        this.outbox = outbox;
        this.log = log;
    }

    @Override
    public String name() {
        return "assessing needs and alerts";
    }

    @Override
    public CanaryYield pass(List<Long> records) {
        if (log.isStopped()) {
            // What is told then is written beside the database too, where nothing takes it back.
            return CanaryYield.of("not assessed while the sharing log is stopped");
        }
        Map<Long, String> families = assessment.assess(records);
        List<OutboxMessage> told = outbox.ofThisAct();
        if (told.stream().anyMatch(message -> message.family() == null || !families.containsValue(message.family()))) {
            throw new CanaryRefused("it gave rise to a message about another family");
        }
        Optional<OutboxMessage> alert = told.stream().filter(message -> isOfAlerts(message.queue())).findFirst();
        return alert.map(message -> new CanaryYield("assessed, an alert for " + message.queue() + " composed", message.body()))
                .orElseGet(() -> CanaryYield.of(families.isEmpty() ? "not assessed: nobody was linked here" : "assessed, " + untold(families)));
    }

    private String untold(Map<Long, String> families) {
        if (families.keySet().stream().anyMatch(family -> !alerts.openOf(family).isEmpty())) {
            return "an alert kept back by the sharing rules";
        }
        return families.keySet().stream().anyMatch(family -> backlog.of(family).isPresent()) ? "an alert would wait for a manager" : "no alert";
    }

    private static boolean isOfAlerts(String queue) {
        return queue.equals(AlertQueue.EARLY_HELP.queueName()) || queue.equals(AlertQueue.FIRST_CONTACT.queueName());
    }
}
