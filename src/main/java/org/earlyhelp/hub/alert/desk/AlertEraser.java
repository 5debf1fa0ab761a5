package org.earlyhelp.hub.alert.desk;

import java.util.List;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.life.AlertEvent;
import org.earlyhelp.hub.alert.life.WithoutPeople;
import org.earlyhelp.hub.alert.storage.AlertErasureStore;
import org.earlyhelp.hub.alert.storage.AlertErasureStore.Unsent;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.springframework.stereotype.Component;

/**
 * Takes people out of alerts and of what was to be sent about them. An open alert that is about nobody any more is withdrawn;
 * one about others goes on without the gone, and what nobody was told of it yet is told anew.
 */
@Component
class AlertEraser implements Erasable {
    private static final int FIRST = 10;
    private final AlertErasureStore store;
    private final AlertStore alerts;
    private final AlertWriter writer;
    private final Retelling retelling;

    AlertEraser(AlertErasureStore store, AlertStore alerts, AlertWriter writer, Retelling retelling) {
        this.store = store;
        this.alerts = alerts;
        this.writer = writer;
        this.retelling = retelling;
    }

    @Override
    public String room() {
        return "alerts";
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public List<HeldCount> plan(Erasure erasure) {
        List<Alert> told = store.alertsOf(erasure.refs());
        long open = told.stream().filter(alert -> alert.status().isOpen()).count();
        return List.of(new HeldCount("open alerts", open), new HeldCount("ended alerts", told.size() - open),
                new HeldCount("messages kept after sending", store.messagesOf(erasure.refs())),
                new HeldCount("outcomes told to a sender", store.outcomesOf(erasure.wholeRecords())));
    }

    @Override
    public List<HeldCount> erase(Erasure erasure) {
        List<HeldCount> counts = plan(erasure);
        WithoutPeople without = new WithoutPeople(erasure.refs());
        store.holdPublishers();
        erasure.families().stream().sorted().forEach(alerts::lockFamily);
        store.rewriteBacklog(erasure.refs(), without);
        store.rewriteSpokenFor(erasure.refs(), without);
        store.alertsOf(erasure.refs()).forEach(alert -> take(alert, without));
        List<Unsent> unsent = store.dropMessages(erasure.refs());
        store.dropOutcomes(erasure.wholeRecords());
        store.dropFromFileRecalls(erasure.refs());
        store.dropHeldIdentity(erasure.refs());
        unsent.stream().distinct().forEach(message -> retelling.tell(message.alert(), message.type()));
        retelling.gone(erasure.refs());
        return counts;
    }

    private void take(Alert alert, WithoutPeople without) {
        AlertContent left = without.of(alert.content());
        store.rewrite(alert, without);
        if (alert.status().isOpen() && !WithoutPeople.isAboutSomebody(left)) {
            writer.happen(alert, AlertEvent.GROUNDS_GONE, open -> open.with(left).ended(Because.EVIDENCE_TAKEN_BACK, null), null);
        }
    }
}
