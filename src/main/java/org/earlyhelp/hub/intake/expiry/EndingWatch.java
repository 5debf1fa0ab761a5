package org.earlyhelp.hub.intake.expiry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every hour at all that ends by itself and raises an alarm once when the end is near, once when it has come, and says once when
 * it is over because there is a successor. Thread-safe.
 */
@Component
public class EndingWatch extends TaskLifecycle {
    /** Kind of the alarm that an end is near. */
    public static final String SOON = "ends-soon";
    /** Kind of the alarm that the end has come. */
    public static final String OVER = "has-ended";
    private static final int LOOK_SECONDS = 3_600;
    private final List<EndingSource> sources;
    private final OperatorAlarms alarms;
    private final RegularTask regularly = new RegularTask("watch over endings", LOOK_SECONDS, this::look);

    public EndingWatch(List<EndingSource> sources, OperatorAlarms alarms) {
        this.sources = List.copyOf(sources);
        this.alarms = alarms;
    }

    /** One look at everything. */
    public synchronized void look() {
        Set<String> standing = new HashSet<>();
        for (EndingSource source : sources) {
            EndingSource.Look look = source.look();
            look.unseen().forEach(key -> standing.addAll(List.of(alarmOf(SOON, key), alarmOf(OVER, key))));
            look.endings().stream().filter(Ending::isNear).forEach(ending -> standing.add(tell(ending)));
        }
        alarms.open(List.of(SOON, OVER)).stream().filter(alarm -> !standing.contains(alarm.key())).forEach(alarm -> alarms.clear(alarm.key()));
    }

    private String tell(Ending ending) {
        String kind = ending.isOver() ? OVER : SOON;
        alarms.raise(alarmOf(kind, ending.key()), kind, ending.words(), ending.place());
        return alarmOf(kind, ending.key());
    }

    private static String alarmOf(String kind, String key) {
        return kind + ":" + key;
    }

    @Override
    protected HubTask task() {
        return regularly;
    }
}
