package org.earlyhelp.hub.intake.storage;

import java.util.List;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.DeliveryError;

/**
 * What storing did.
 *
 * @param counts   accepted and unchanged records, and warnings
 * @param warnings what the sender should know, by place
 * @param work     whether anything was handed to identity
 */
public record StoreResult(Counts counts, List<DeliveryError> warnings, boolean work) {
    /** Nothing was stored. */
    public static final StoreResult NOTHING = new StoreResult(Counts.NONE, List.of(), false);

    public StoreResult {
        warnings = List.copyOf(warnings);
    }
}
