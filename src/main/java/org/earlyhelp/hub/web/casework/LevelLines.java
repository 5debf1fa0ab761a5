package org.earlyhelp.hub.web.casework;

import java.util.List;
import org.earlyhelp.hub.alert.LevelOverride;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.Viewer;

/**
 * Levels that people set for a family, in words.
 *
 * @param standing    the one that stands; null where the hub's level does
 * @param past        those that ended, newest first
 * @param mayOverride whether the viewer may set another
 */
record LevelLines(String standing, List<String> past, boolean mayOverride) {
    /** {@code history}: newest first. */
    static LevelLines of(List<LevelOverride> history, Viewer viewer) {
        return new LevelLines(history.stream().filter(LevelOverride::stands).map(LevelLines::words).findFirst().orElse(null),
                history.stream().filter(it -> !it.stands()).map(it -> words(it) + " " + ended(it)).toList(), viewer.mayOverride());
    }

    private static String words(LevelOverride set) {
        return "Set to level %d by %s on %s, where the hub showed %d: %s.".formatted(set.level(), set.by(), PlainTime.of(set.setAt()), set.hubLevel(), set.reason());
    }

    private static String ended(LevelOverride set) {
        return "Ended on %s, as %s.".formatted(PlainTime.of(set.endedAt()), switch (set.ended()) {
            case NEW_EVIDENCE -> "new evidence came";
            case SET_AGAIN -> "another level was set";
            case FAMILY_CHANGED -> "the family changed";
        });
    }
}
