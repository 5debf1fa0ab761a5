package org.earlyhelp.hub.alert;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The level of a family as a person set it, with a reason, until new evidence comes. Source: default rules, level of the
 * family. It changes what is shown, never on which queue an alert is: that takes an outcome. Pages offer it to managers only;
 * in a decision message the case system answers for who may.
 */
public interface LevelOverrides {
    /** What became of it. */
    sealed interface Result {
        /** It stands. */
        record Set(LevelOverride override) implements Result {
        }

        /** Nothing was kept. */
        record Refused(Reason reason) implements Result {
        }
    }

    /** Why a level is refused. */
    enum Reason { UNKNOWN_ALERT, NEW_EVIDENCE_SINCE, LEVEL_OUT_OF_RANGE, REASON_MISSING }

    /**
     * Sets the level in a transaction of its own; an earlier one of the family ends.
     *
     * @param alertVersion the version the person had before them: on an older one new evidence has come since
     */
    Result set(String alertRef, int alertVersion, int level, String reason, String by);

    /** The level that stands for a family. */
    Optional<LevelOverride> standing(String familyRef);

    /** Those that stand for any of the families, by F- reference. */
    Map<String, LevelOverride> standingAmong(Collection<String> families);

    /** All that were set for a family, newest first. */
    List<LevelOverride> history(String familyRef);
}
