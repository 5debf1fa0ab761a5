package org.earlyhelp.hub.alert.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.Backlog;
import org.earlyhelp.hub.alert.life.AlertEvent;
import org.earlyhelp.hub.alert.life.AlertMove;
import org.earlyhelp.hub.alert.life.Grounds;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.FamilyAssessed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what the rules say of a family and makes the moves that follow, in the transaction that wrote the assessment. */
@Component
public class AlertDesk {
    private final AlertStore store;
    private final GroundsDesk grounds;
    private final AlertWriter writer;
    private final BacklogDesk backlog;
    private final LevelDesk levels;
    private final DecidedDesk decided;

    public AlertDesk(AlertStore store, GroundsDesk grounds, AlertWriter writer, BacklogDesk backlog, LevelDesk levels, DecidedDesk decided) {
        this.store = store;
        this.grounds = grounds;
        this.writer = writer;
        this.backlog = backlog;
        this.levels = levels;
        this.decided = decided;
    }

    @EventListener
    public void on(FamilyAssessed news) {
        Assessment assessed = news.assessment();
        store.lockFamily(assessed.familyId());
        boolean owed = store.settle(assessed.familyId());
        if (!assessed.newEvidence().isEmpty()) {
            levels.newEvidence(assessed.familyId());
        }
        List<Alert> open = store.openOf(assessed.familyId());
        if (owed || !open.isEmpty() || !assessed.newEvidence().isEmpty()) {
            hear(owed ? assessed.askedAnew() : assessed, open, owed);
        }
        decided.hear(assessed);
        backlog.renew(assessed);
    }

    private void hear(Assessment now, List<Alert> open, boolean owed) {
        Map<String, Grounds> renewed = renewed(open, now);
        List<AlertMove> moves = AlertMove.after(now, on(open, AlertQueue.EARLY_HELP), on(open, AlertQueue.FIRST_CONTACT),
                alert -> renewed.get(alert.ref()).areGone(alert.queue(), Because.HANDED_OVER.equals(alert.because())));
        make(moves, now, on(open, AlertQueue.FIRST_CONTACT).map(Alert::ref).orElse(null), owed);
    }

    /** Remembers for each open alert what it rests on now, so that a later correction is told from time. */
    private Map<String, Grounds> renewed(List<Alert> open, Assessment now) {
        Map<String, Grounds> renewed = new HashMap<>();
        for (Alert alert : open) {
            Grounds after = grounds.renewed(store.groundsOf(alert), now);
            store.remember(alert, after);
            renewed.put(alert.ref(), after);
        }
        return renewed;
    }

    /** A family that somebody spoke for already is given back at once, whatever the day's ceiling. */
    private void make(List<AlertMove> moves, Assessment now, String firstContactRef, boolean owed) {
        String successor = firstContactRef;
        boolean handedBack = false;
        for (AlertMove move : moves) {
            if (move instanceof AlertMove.Raise raise && !owed && !handedBack && backlog.isFull(raise.queue())) {
                backlog.hold(now, Backlog.Why.OVER_CEILING);
            } else if (move instanceof AlertMove.Raise raise) {
                successor = raise(now, raise.queue(), handedBack ? Because.HANDED_BACK : null);
            } else if (move instanceof AlertMove.Hold) {
                backlog.hold(now, Backlog.Why.BEFORE_LIVE);
            } else if (move instanceof AlertMove.Update update) {
                writer.update(update.alert(), update.alert().content().renewedBy(now, update.alert().queue()), now.domesticAbuseWithPupil());
            } else if (move instanceof AlertMove.Withdraw withdraw) {
                writer.end(withdraw.alert(), AlertEvent.GROUNDS_GONE, Because.EVIDENCE_TAKEN_BACK, null);
                handedBack = true;
            } else if (move instanceof AlertMove.StepUp stepUp) {
                writer.end(stepUp.alert(), AlertEvent.STEPPED_UP, Because.STEPPED_UP, successor);
            }
        }
    }

    private String raise(Assessment now, AlertQueue queue, String because) {
        backlog.leave(now.familyId());
        return writer.raise(now.familyId(), queue, AlertContent.of(now, queue), now.domesticAbuseWithPupil(), because, grounds.of(now)).ref();
    }

    private static Optional<Alert> on(List<Alert> open, AlertQueue queue) {
        return open.stream().filter(alert -> alert.queue() == queue).findFirst();
    }
}
