package org.earlyhelp.hub.intake.alarm;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.HubClock;

/** Tells an operator, in one alarm however many there are, of accounts whose folder takes nothing for longer than {@link #LIMIT}. Thread-safe. */
public final class FolderAlarm {
    public static final Duration LIMIT = Duration.ofMinutes(10);
    public static final String KIND = "folder-shut";
    private static final int NAMED_LIMIT = 5;
    private final LastingAlarm alarm;
    private final String what;

    /** {@code what} is put into the folders, in the plural: {@code receipts}. */
    public FolderAlarm(OperatorAlarms alarms, HubClock clock, String what) {
        this.alarm = new LastingAlarm(alarms, clock, KIND + " " + what, KIND, "/feeds");
        this.what = what;
    }

    /** The accounts whose folder took nothing at this look; none when all is well. */
    public void look(Set<String> shut) {
        if (shut.isEmpty()) {
            alarm.well();
        } else {
            alarm.amiss(LIMIT, "No " + what + " can be put into the folder of " + names(shut) + ". They wait, those of the others go on. Look at the folder's rights and its disk.");
        }
    }

    private static String names(Set<String> shut) {
        String first = new TreeSet<>(shut).stream().limit(NAMED_LIMIT).collect(Collectors.joining(", "));
        return shut.size() <= NAMED_LIMIT ? first : first + " and of " + (shut.size() - NAMED_LIMIT) + " others";
    }
}
