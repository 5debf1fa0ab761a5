package org.earlyhelp.hub.alert.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.life.AlertEvent;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.SpokenForStore;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears that people or families were merged or split: tells receivers to re-key, gives a gone family's alerts to the kept one, and takes them back when
 * the two are parted.
 */
@Component
public class IdentityDesk {
    private static final Comparator<Alert> OLDEST_FIRST = Comparator.comparing((Alert alert) -> alert.clocks().raisedAt()).thenComparing(Alert::id);
    private final AlertStore store;
    private final AlertWriter writer;
    private final SplitDesk splits;
    private final SpokenForStore spokenFor;
    private final BacklogDesk backlog;
    private final LevelDesk levels;
    private final IdentityNews news;

    public IdentityDesk(AlertStore store, AlertWriter writer, SplitDesk splits, SpokenForStore spokenFor, BacklogDesk backlog,
                        LevelDesk levels, IdentityNews news) {
        this.store = store;
        this.writer = writer;
        this.splits = splits;
        this.spokenFor = spokenFor;
        this.backlog = backlog;
        this.levels = levels;
        this.news = news;
    }

    /**
     * Moves the alerts of families that became one, puts them right after a split, and tells the receivers. Waits for others
     * at work on the families.
     */
    @EventListener
    public void on(IdentityChanged change) {
        switch (change.kind()) {
            case FAMILY_MERGED -> {
                change.familyIds().stream().sorted().forEach(store::lockFamily);
                long kept = change.familyIds().get(0);
                levels.familyChanged(change.familyIds());
                change.familyIds().stream().skip(1).forEach(gone -> merge(gone, kept));
            }
            case PERSON_SPLIT, FAMILY_SPLIT -> splits.parted(change.familyIds());
            case PERSON_MERGED -> {
                // Alerts are of families: they follow when those are merged.
            }
        }
        news.tell(change);
    }

    private void merge(long gone, long kept) {
        for (AlertQueue queue : AlertQueue.values()) {
            Optional<Alert> ours = store.openOf(kept, queue);
            Optional<Alert> theirs = store.openOf(gone, queue);
            if (ours.isPresent() && theirs.isPresent()) {
                keepTheOlder(List.of(ours.get(), theirs.get()));
            }
        }
        store.move(gone, kept);
        backlog.merged(gone, kept);
        spokenFor.speakersOf(List.of(gone, kept)).forEach(speaker -> store.save(speaker.merged()));
        spokenFor.merged(gone, kept);
        store.openOf(kept, AlertQueue.FIRST_CONTACT).ifPresent(this::stepUp);
    }

    private void keepTheOlder(List<Alert> both) {
        Alert older = both.stream().min(OLDEST_FIRST).orElseThrow();
        Alert younger = both.stream().max(OLDEST_FIRST).orElseThrow();
        writer.end(younger, AlertEvent.MERGED, Because.MERGED, older.ref());
        store.save(older.merged());
    }

    private void stepUp(Alert firstContact) {
        store.openOf(firstContact.familyId(), AlertQueue.EARLY_HELP).ifPresent(earlyHelp -> {
            writer.end(earlyHelp, AlertEvent.STEPPED_UP, Because.STEPPED_UP, firstContact.ref());
            store.save(firstContact.merged());
        });
    }
}
