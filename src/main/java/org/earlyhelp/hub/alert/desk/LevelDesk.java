package org.earlyhelp.hub.alert.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.LevelOverride;
import org.earlyhelp.hub.alert.LevelOverrides;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.LevelOverrideStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the level a person sets, and ends it when new evidence comes or the family is another. */
@Component
public class LevelDesk implements LevelOverrides {
    private static final int HIGHEST = 4;
    private final AlertStore alerts;
    private final LevelOverrideStore store;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    public LevelDesk(AlertStore alerts, LevelOverrideStore store, HubClock clock, TransactionTemplate transaction) {
        this.alerts = alerts;
        this.store = store;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Result set(String alertRef, int alertVersion, int level, String reason, String by) {
        if (level < 1 || level > HIGHEST) {
            return new Result.Refused(Reason.LEVEL_OUT_OF_RANGE);
        }
        if (reason == null || reason.isBlank()) {
            return new Result.Refused(Reason.REASON_MISSING);
        }
        return transaction.execute(status -> alerts.findLocked(alertRef).map(alert -> set(alert, alertVersion, level, reason, by))
                .orElse(new Result.Refused(Reason.UNKNOWN_ALERT)));
    }

    /** In the caller's transaction, the family locked. */
    Result set(Alert alert, int alertVersion, int level, String reason, String by) {
        if (alertVersion < alert.version()) {
            return new Result.Refused(Reason.NEW_EVIDENCE_SINCE);
        }
        Instant now = clock.now();
        store.end(List.of(alert.familyId()), LevelOverride.Ending.SET_AGAIN, now);
        store.add(alert, level, reason.strip(), by, now);
        return new Result.Set(standing(alert.family()).orElseThrow());
    }

    /** New evidence about the family: a person must look again. */
    void newEvidence(long familyId) {
        store.end(List.of(familyId), LevelOverride.Ending.NEW_EVIDENCE, clock.now());
    }

    /** The families were merged or parted: what was said of one is not said of the other. */
    void familyChanged(Collection<Long> families) {
        if (!families.isEmpty()) {
            store.end(families, LevelOverride.Ending.FAMILY_CHANGED, clock.now());
        }
    }

    @Override
    public Optional<LevelOverride> standing(String familyRef) {
        return store.standing(List.of(familyRef)).stream().findFirst();
    }

    @Override
    public Map<String, LevelOverride> standingAmong(Collection<String> families) {
        return store.standing(families).stream().collect(Collectors.toMap(LevelOverride::family, Function.identity(), (one, other) -> one));
    }

    @Override
    public List<LevelOverride> history(String familyRef) {
        return store.of(familyRef);
    }
}
