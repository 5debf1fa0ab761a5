package org.earlyhelp.hub.alert.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.life.AlertEvent;
import org.earlyhelp.hub.alert.life.AlertMove;
import org.earlyhelp.hub.alert.life.EvidenceState;
import org.earlyhelp.hub.alert.life.Grounds;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.EvidenceStore;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.FamilyAssessed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what the rules say of a family and makes the moves that follow, in the transaction that wrote the assessment. */
@Component
public class AlertDesk {
    private final AlertStore store;
    private final EvidenceStore evidence;
    private final AlertWriter writer;

    public AlertDesk(AlertStore store, EvidenceStore evidence, AlertWriter writer) {
        this.store = store;
        this.evidence = evidence;
        this.writer = writer;
    }

    @EventListener
    public void on(FamilyAssessed news) {
        Assessment assessed = news.assessment();
        store.lockFamily(assessed.familyId());
        boolean owed = store.settle(assessed.familyId());
        List<Alert> open = store.openOf(assessed.familyId());
        if (owed || !open.isEmpty() || !assessed.newEvidence().isEmpty()) {
            hear(owed ? assessed.askedAnew() : assessed, open);
        }
    }

    private void hear(Assessment now, List<Alert> open) {
        Map<String, Grounds> grounds = renewed(open, now);
        List<AlertMove> moves = AlertMove.after(now, on(open, AlertQueue.EARLY_HELP), on(open, AlertQueue.FIRST_CONTACT),
                alert -> grounds.get(alert.ref()).areGone(alert.queue(), Because.HANDED_OVER.equals(alert.because())));
        make(moves, now, on(open, AlertQueue.FIRST_CONTACT).map(Alert::ref).orElse(null));
    }

    /** Remembers for each open alert what it rests on now, so that a later correction is told from time. */
    private Map<String, Grounds> renewed(List<Alert> open, Assessment now) {
        Map<String, Grounds> renewed = new HashMap<>();
        for (Alert alert : open) {
            Grounds before = store.groundsOf(alert);
            Map<String, EvidenceState> states = evidence.look(joined(before.evidence(), evidenceOf(now)));
            Map<String, String> standing = evidence.standingFor(before.people());
            Grounds after = before.renewedBy(now, states, person -> standing.getOrDefault(person, person));
            store.remember(alert, after);
            renewed.put(alert.ref(), after);
        }
        return renewed;
    }

    private void make(List<AlertMove> moves, Assessment now, String firstContactRef) {
        String successor = firstContactRef;
        boolean handedBack = false;
        for (AlertMove move : moves) {
            if (move instanceof AlertMove.Raise raise) {
                Grounds grounds = Grounds.of(now, evidence.look(evidenceOf(now)));
                successor = writer.raise(now.familyId(), raise.queue(), AlertContent.of(now, raise.queue()), now.domesticAbuseWithPupil(),
                        handedBack ? Because.HANDED_BACK : null, grounds).ref();
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

    private static Optional<Alert> on(List<Alert> open, AlertQueue queue) {
        return open.stream().filter(alert -> alert.queue() == queue).findFirst();
    }

    private static List<String> evidenceOf(Assessment now) {
        List<String> named = new ArrayList<>();
        now.needs().forEach(need -> named.addAll(need.evidence()));
        now.harmTests().forEach(test -> named.addAll(test.evidence()));
        return named;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
