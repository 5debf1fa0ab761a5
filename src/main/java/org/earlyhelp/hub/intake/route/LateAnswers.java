package org.earlyhelp.hub.intake.route;

import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.alarm.FolderAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.storage.DeliveryLists;
import org.earlyhelp.hub.intake.take.Decisions;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.storage.fault.PassingFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives the answers that a crash cut short or that a folder did not take. A folder that takes nothing holds up nobody else's, and
 * an operator is told of it. Used by one thread at a time.
 */
@Component
class LateAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(LateAnswers.class);
    private final DeliveryLists lists;
    private final Decisions decisions;
    private final LaneSteps steps;
    private final FolderAlarm alarm;
    private Set<String> toldOf = Set.of();

    LateAnswers(DeliveryLists lists, Decisions decisions, LaneSteps steps, OperatorAlarms alarms, HubClock clock) {
        this.lists = lists;
        this.decisions = decisions;
        this.steps = steps;
        this.alarm = new FolderAlarm(alarms, clock, "receipts");
    }

    /** Answers whatever is decided and not answered. */
    void give() {
        Set<String> shut = new TreeSet<>();
        Set<String> failed = new TreeSet<>();
        for (Delivery delivery : lists.unanswered()) {
            if (!steps.isAtWork(delivery.upload()) && !shut.contains(delivery.account().toString())) {
                answer(delivery, shut, failed);
            }
        }
        alarm.look(failed);
        toldOf = failed;
    }

    private void answer(Delivery delivery, Set<String> shut, Set<String> failed) {
        String account = delivery.account().toString();
        try {
            decisions.answer(delivery);
        } catch (UncheckedIOException e) {
            shut.add(account);
            note(account, e, failed);
        } catch (RuntimeException e) {
            if (PassingFault.isBehind(e)) {
                throw e;
            }
            note(account, e, failed);
        }
    }

    private void note(String account, RuntimeException fault, Set<String> failed) {
        if (failed.add(account) && !toldOf.contains(account)) {
            LOG.warn("answers to {} cannot be given ({}); they are tried again, the others go on", account, fault.getClass().getSimpleName());
        }
    }
}
