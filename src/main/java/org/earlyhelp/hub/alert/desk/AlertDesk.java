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
import org.earlyhelp.hub.alert.storage.OwedAlertStore;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.FamilyAssessed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what the rules say of a family and makes the moves that follow, in the transaction that wrote the assessment. */
@Component
public class AlertDesk {
    private final AlertStore store;
    private final OwedAlertStore debts;
    private final GroundsDesk grounds;
    private final AlertWriter writer;
    private final BacklogDesk backlog;
    private final LevelDesk levels;
    private final ChildrenDesk children;
    private final DecidedDesk decided;
    private final SpokenForDesk spoken;
    private final MatchGate gate;

    public AlertDesk(AlertStore store, OwedAlertStore debts, GroundsDesk grounds, AlertWriter writer, BacklogDesk backlog, LevelDesk levels, ChildrenDesk children,
                     DecidedDesk decided, SpokenForDesk spoken, MatchGate gate) {
        this.store = store;
        this.debts = debts;
        this.grounds = grounds;
        this.writer = writer;
        this.backlog = backlog;
        this.levels = levels;
        this.children = children;
        this.decided = decided;
        this.spoken = spoken;
        this.gate = gate;
    }

    /** Raises, updates, steps up or withdraws what the assessment says, and lays the rest aside in the backlog. Waits for others at work on the family. */
    @EventListener
    public void on(FamilyAssessed news) {
        Assessment assessed = news.assessment();
        store.lockFamily(assessed.familyId());
        boolean owed = debts.settle(assessed.familyId());
        if (!assessed.newEvidence().isEmpty()) {
            levels.newEvidence(assessed.familyId());
        }
        List<Alert> open = store.openOf(assessed.familyId());
        owed |= open.isEmpty() && spoken.isLeft(assessed);
        if (owed || !open.isEmpty() || !assessed.newEvidence().isEmpty()) {
            hear(owed ? assessed.askedAnew() : assessed, open, owed);
        }
        decided.hear(assessed);
        backlog.renew(assessed);
    }

    private void hear(Assessment now, List<Alert> open, boolean owed) {
        Map<String, Grounds> renewed = renewed(open, now);
        List<AlertMove> moves = AlertMove.after(now, on(open, AlertQueue.EARLY_HELP), on(open, AlertQueue.FIRST_CONTACT),
                alert -> renewed.get(alert.ref()).areGone(alert.queue(), Because.HANDED_OVER.equals(alert.because())), alert -> children.areOthers(alert, now));
        make(moves, now, open, owed);
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
    private void make(List<AlertMove> moves, Assessment now, List<Alert> open, boolean owed) {
        String successor = on(open, AlertQueue.FIRST_CONTACT).map(Alert::ref).orElse(null);
        boolean handedBack = false;
        for (AlertMove move : moves) {
            Optional<Alert> speaker = move instanceof AlertMove.Raise raise ? spoken.speakerFor(now, raise.queue()) : Optional.empty();
            if (speaker.isPresent()) {
                successor = speak(speaker.get(), now);
            } else if (move instanceof AlertMove.Raise raise && !owed && !handedBack && gate.holds(now, raise.queue())) {
                backlog.hold(now, Backlog.Why.MATCH_RATE);
            } else if (move instanceof AlertMove.Raise raise && !owed && !handedBack && backlog.isFull(raise.queue())) {
                backlog.hold(now, Backlog.Why.OVER_CEILING);
            } else if (move instanceof AlertMove.Raise raise) {
                successor = raise(now, raise.queue(), handedBack ? Because.HANDED_BACK : null, handedBack ? List.of() : open);
            } else if (move instanceof AlertMove.Hold) {
                backlog.hold(now, Backlog.Why.BEFORE_LIVE);
            } else if (move instanceof AlertMove.Update update) {
                update(update.alert(), now, open);
            } else if (move instanceof AlertMove.TellChildren tell) {
                writer.tellChildren(tell.alert(), spoken.with(open, children.tell(tell.alert(), now)));
            } else if (move instanceof AlertMove.Withdraw withdraw) {
                writer.end(withdraw.alert(), AlertEvent.GROUNDS_GONE, Because.EVIDENCE_TAKEN_BACK, null);
                handedBack = true;
            } else if (move instanceof AlertMove.StepUp stepUp) {
                writer.end(stepUp.alert(), AlertEvent.STEPPED_UP, Because.STEPPED_UP, successor);
            }
        }
    }

    /** {@code before}: open alerts of the family, whose sayings of other families go along. */
    private String raise(Assessment now, AlertQueue queue, String because, List<Alert> before) {
        backlog.leave(now.familyId());
        spoken.speaksForItself(now.familyId());
        AlertContent content = AlertContent.of(now, queue);
        List<Alert> takenOver = spoken.takenOver(now.familyId(), queue, content, before);
        Alert raised = writer.raise(now.familyId(), queue, spoken.withEnded(takenOver, spoken.with(before, content)), now.domesticAbuseWithPupil(), because,
                grounds.of(now), takenOver);
        end(takenOver, raised);
        return raised.ref();
    }

    private void update(Alert alert, Assessment now, List<Alert> open) {
        AlertContent content = alert.content().renewedBy(now, alert.queue());
        List<Alert> takenOver = spoken.takenOver(now.familyId(), alert.queue(), content, open);
        end(takenOver, writer.update(alert, spoken.withEnded(takenOver, spoken.with(open, content)), now.domesticAbuseWithPupil(), takenOver));
    }

    private void end(List<Alert> takenOver, Alert speaker) {
        spoken.take(speaker, takenOver);
        takenOver.forEach(alert -> writer.end(alert, AlertEvent.SPOKEN_FOR, Because.SPOKEN_FOR, speaker.ref()));
    }

    private String speak(Alert speaker, Assessment now) {
        backlog.leave(now.familyId());
        writer.update(speaker, spoken.take(speaker, now), now.domesticAbuseWithPupil(), List.of());
        return speaker.ref();
    }

    private static Optional<Alert> on(List<Alert> open, AlertQueue queue) {
        return open.stream().filter(alert -> alert.queue() == queue).findFirst();
    }
}
