package org.earlyhelp.hub.alert.desk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AwaitedAgreements.Awaited;
import org.earlyhelp.hub.alert.AwaitedAgreements.What;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.AwaitedStore;
import org.earlyhelp.hub.alert.storage.RecallStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.EachByItself;
import org.earlyhelp.hub.sharing.LogWatch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what was kept back for want of an agreement once the agency has one in force: the facts of an open alert as a
 * further version, the outcome of a decided one as its file. An outcome that a stopped sharing log kept back waits here too. Each alert in a transaction of its own.
 */
@Component
public class RenewalDesk {
    /** So many alerts of an agency are looked at in one round, those that wait longest first. */
    private static final int ROUND_LIMIT_ALERTS = 500;
    private final AwaitedStore awaited;
    private final AlertStore alerts;
    private final RecallStore recalls;
    private final AlertWriter writer;
    private final OutcomeTelling outcomes;
    private final AgreementBook agreements;
    private final LogWatch log;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    RenewalDesk(AwaitedStore awaited, AlertStore alerts, RecallStore recalls, AlertWriter writer, OutcomeTelling outcomes, AgreementBook agreements,
                LogWatch log, HubClock clock, TransactionTemplate transaction) {
        this.awaited = awaited;
        this.alerts = alerts;
        this.recalls = recalls;
        this.writer = writer;
        this.outcomes = outcomes;
        this.agreements = agreements;
        this.log = log;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Looks once at all that waits; answers how many alerts were dealt with. While the sharing log is stopped each would only wait anew, so none is tried. */
    public int letGo() {
        if (log.isStopped()) {
            return 0;
        }
        List<Awaited> renewed = awaited.standing().stream().filter(one -> agreements.inForce(one.agency(), clock.today())).toList();
        AtomicInteger dealtWith = new AtomicInteger();
        EachByItself.of(renewed, one -> EachByItself.of(awaited.waitingFor(one.agency(), one.what(), ROUND_LIMIT_ALERTS), ref -> {
            transaction.executeWithoutResult(status -> send(ref, one.agency(), one.what()));
            dealtWith.incrementAndGet();
        }));
        return dealtWith.get();
    }

    private void send(String ref, String agency, What what) {
        Optional<Alert> alert = alerts.findLocked(ref);
        if (awaited.settle(ref, agency, what)) {
            Consumer<Alert> telling = what == What.FACTS ? this::tellFacts : decided -> tellOutcome(decided, agency);
            alert.ifPresent(telling);
        }
    }

    /** Whoever has decided by now, or was told that the alert ended, needs its facts no more. */
    private void tellFacts(Alert alert) {
        if (alert.status().isOpen()) {
            writer.update(alert, alert.content(), false, List.of());
        }
    }

    private void tellOutcome(Alert alert, String agency) {
        if (alert.outcome() != null && recalls.of(alert.ref()).isEmpty()) {
            outcomes.tell(alert, agency);
        }
    }
}
