package org.earlyhelp.hub.alert;

import java.time.Instant;

/**
 * A level a person set for a family, beside the one the hub shows.
 *
 * @param alert    the alert on which it was set
 * @param family   F- reference of the family it is about now
 * @param level    1 to 4
 * @param hubLevel what the hub showed then
 * @param reason   the person's words, for pages only
 * @param endedAt  null while it stands
 * @param ended    why it stands no more; null while it does
 */
public record LevelOverride(String alert, String family, int level, int hubLevel, String reason, String by, Instant setAt, Instant endedAt, Ending ended) {
    /** Why a level that a person set stands no more. */
    public enum Ending { NEW_EVIDENCE, SET_AGAIN, FAMILY_CHANGED }

    /** Whether it still counts. */
    public boolean stands() {
        return endedAt == null;
    }
}
