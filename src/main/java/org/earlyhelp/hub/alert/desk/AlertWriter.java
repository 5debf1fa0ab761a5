package org.earlyhelp.hub.alert.desk;

import java.util.List;
import java.util.function.UnaryOperator;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.alert.Recall;
import org.earlyhelp.hub.alert.life.AlertClocks;
import org.earlyhelp.hub.alert.life.AlertEvent;
import org.earlyhelp.hub.alert.life.AlertLife;
import org.earlyhelp.hub.alert.life.Grounds;
import org.earlyhelp.hub.alert.life.MessageType;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.SpokenForStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;

/** Makes an alert live: writes its state, keeps its version, tells the front door; all in the caller's transaction. */
@Component
public class AlertWriter {
    private final AlertStore store;
    private final AlertTelling telling;
    private final RecallDesk recalls;
    private final SpokenForStore spokenFor;
    private final AlertClocks clocks;
    private final HubClock clock;

    AlertWriter(AlertStore store, AlertTelling telling, RecallDesk recalls, SpokenForStore spokenFor, AlertClocks clocks, HubClock clock) {
        this.store = store;
        this.telling = telling;
        this.recalls = recalls;
        this.spokenFor = spokenFor;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** A new alert, its clocks running from now. */
    Alert raise(long familyId, AlertQueue queue, AlertContent content, boolean beforeTheBell, String because, Grounds grounds) {
        return raise(familyId, queue, content, clocks.startedAt(clock.now(), queue, beforeTheBell), because, grounds);
    }

    /** The same, due no later than alerts of other families that it takes over. */
    Alert raise(long familyId, AlertQueue queue, AlertContent content, boolean beforeTheBell, String because, Grounds grounds, List<Alert> takenOver) {
        Alert.Clocks due = takenOver.stream().map(Alert::clocks).reduce(clocks.startedAt(clock.now(), queue, beforeTheBell), Alert.Clocks::noLaterThan);
        return raise(familyId, queue, content, due, because, grounds);
    }

    private Alert raise(long familyId, AlertQueue queue, AlertContent content, Alert.Clocks due, String because, Grounds grounds) {
        Alert alert = store.raise(familyId, queue, content, due, because);
        store.remember(alert, grounds);
        store.keepVersion(alert, MessageType.RAISED.name(), clock.now());
        telling.tell(alert, MessageType.RAISED);
        return alert;
    }

    /** Tells what is known now as a further version, due no later than alerts of other families that it takes over. */
    Alert update(Alert alert, AlertContent content, boolean beforeTheBell, List<Alert> takenOver) {
        boolean sooner = beforeTheBell && alert.status() == AlertStatus.RAISED;
        Alert.Clocks own = sooner ? clocks.broughtForward(alert.clocks(), clock.now()) : alert.clocks();
        Alert.Clocks due = takenOver.stream().map(Alert::clocks).reduce(own, Alert.Clocks::noLaterThan);
        return happen(alert, AlertEvent.NEW_EVIDENCE, open -> open.renewed(content, due), null);
    }

    /** Tells a further version that differs in the family's children. What is due and whose it is stays. */
    void tellChildren(Alert alert, AlertContent content) {
        happen(alert, AlertEvent.CHILDREN_CHANGED, open -> open.renewed(content, open.clocks()), null);
    }

    /** Ends an alert that another one takes over, or that has nothing left to rest on. */
    void end(Alert alert, AlertEvent event, String because, String successor) {
        happen(alert, event, open -> open.ended(because, successor), null);
    }

    /**
     * Lets an event happen by the table of {@link AlertLife}.
     *
     * @param reason a person's words, kept inside; may be null
     * @throws IllegalStateException when the table refuses it; ask {@link AlertLife#edge} first where that may be
     */
    Alert happen(Alert alert, AlertEvent event, UnaryOperator<Alert> change, String reason) {
        AlertLife.Edge edge = AlertLife.edge(alert.status(), event).orElseThrow(() ->
                new IllegalStateException(alert.ref() + " is " + alert.status() + ": " + event + " is refused there"));
        Alert next = change.apply(alert).as(edge.to());
        boolean recalled = edge.to() == AlertStatus.WITHDRAWN && alert.status().isOpen() || event == AlertEvent.GROUNDS_GONE;
        List<Recall.Told> told = recalled ? recalls.toldOf(alert) : List.of();
        store.save(next);
        store.keepVersion(next, event.name(), clock.now());
        if (!next.status().isOpen() && alert.status().isOpen()) {
            store.ended(next, clock.now(), reason);
            handOnWhomItSpokeFor(next);
        }
        edge.message().ifPresent(message -> telling.tell(next, message));
        if (recalled) {
            recalls.recall(event == AlertEvent.GROUNDS_GONE ? next.ended(Because.EVIDENCE_TAKEN_BACK, next.successor()) : next, told, reason);
        }
        return next;
    }

    /** To its successor; taken back without one, those families are asked about anew. What a person decided is decided for them too. */
    private void handOnWhomItSpokeFor(Alert ended) {
        if (ended.successor() != null) {
            spokenFor.pass(ended.id(), ended.successor());
        } else if (ended.status() == AlertStatus.WITHDRAWN) {
            spokenFor.askAnew(ended.id());
        }
    }
}
