package org.earlyhelp.hub.alert.desk;

import java.util.Collection;
import java.util.List;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.OwedAlertStore;
import org.earlyhelp.hub.alert.storage.SpokenForStore;
import org.springframework.stereotype.Component;

/**
 * Puts alerts right after people or families were parted. An alert goes back to the family it came from; every open one
 * of the families concerned is told again at their next assessment, updated or withdrawn; and a family for which
 * only the other one's alert spoke is asked about anew.
 */
@Component
class SplitDesk {
    private final AlertStore store;
    private final OwedAlertStore owed;
    private final SpokenForStore spokenFor;
    private final BacklogDesk backlog;
    private final LevelDesk levels;

    SplitDesk(AlertStore store, OwedAlertStore owed, SpokenForStore spokenFor, BacklogDesk backlog, LevelDesk levels) {
        this.store = store;
        this.owed = owed;
        this.spokenFor = spokenFor;
        this.backlog = backlog;
        this.levels = levels;
    }

    /** In the transaction of the split; the assessments that follow tell. */
    void parted(Collection<Long> families) {
        families.stream().sorted().forEach(store::lockFamily);
        levels.familyChanged(families);
        backlog.parted(families);
        store.giveBack(families);
        List<Alert> open = families.stream().map(store::openOf).flatMap(List::stream).toList();
        open.forEach(alert -> store.save(alert.merged()));
        open.forEach(alert -> spokenFor.askAnew(alert.id()));
        spokenFor.speakersOf(families).forEach(alert -> {
            store.save(alert.merged());
            spokenFor.askAnew(alert.id());
        });
        owed.owe(families);
        owed.oweSpokenFor(families, open.stream().flatMap(alert -> alert.content().evidence().stream()).map(SplitDesk::recordRef).distinct().toList());
    }

    /** Of {@code agency/feed/ULID@version}. */
    private static String recordRef(String evidence) {
        return evidence.substring(evidence.lastIndexOf('/') + 1, evidence.lastIndexOf('@'));
    }
}
