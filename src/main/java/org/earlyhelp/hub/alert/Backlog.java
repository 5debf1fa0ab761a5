package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;

/**
 * Families over the threshold for whom no alert was raised yet. They wait until a manager releases them, new evidence
 * raises them, or they no longer hold. A family at level 4 never waits here. Source: default rules, going live.
 */
public interface Backlog {
    /** The most families released at once. */
    int RELEASE_LIMIT_FAMILIES = 200;

    /** Why a family waits: by facts of shadow feeds only, because the queue had its alerts of the day, or since far fewer people than usual were known in a bulk file. */
    enum Why { BEFORE_LIVE, OVER_CEILING, MATCH_RATE }

    /** So many families of a level wait, the first since then. */
    record Count(int level, Why why, long families, Instant oldestSince) {
    }

    /** A release as it was made: how many were asked for and the alerts that came of it. */
    record Release(int level, int asked, List<String> alerts, String by, Instant at) {
        public Release {
            alerts = List.copyOf(alerts);
        }
    }

    /** What waits, the highest level first. */
    List<Count> counts();

    /** F- references of the families of a level that wait, those first that wait longest; at most {@code limit}. */
    List<String> waiting(int level, int limit);

    /**
     * Raises alerts for the families of a level that wait longest, their clocks running from now.
     *
     * @param families at most {@link #RELEASE_LIMIT_FAMILIES} are released at once
     * @param level    2 or 3
     * @param by       the manager, kept with the release
     * @return references of the alerts; fewer than asked when fewer wait
     */
    List<String> release(int families, int level, String by);

    /** The latest releases, newest first. */
    List<Release> releases(int limit);
}
