package org.earlyhelp.hub.web.operation;

import java.util.List;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.StartLines;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The alarms that are open, on the operator's start page: the oldest in words, and how many there are. */
@Component
@Order(1)
class AlarmStart implements StartLines {
    private static final int SHOWN = 3;
    private final OperatorAlarms alarms;

    AlarmStart(OperatorAlarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public List<Line> of(Viewer viewer) {
        if (viewer.role() != StaffRole.OPERATOR) {
            return List.of();
        }
        List<OperatorAlarm> open = alarms.open();
        if (open.isEmpty()) {
            return List.of(new Line("Alarms", "None. Feeds, accounts, the broker, the sharing log, files set aside and the canary are watched.", "/alarms"));
        }
        String words = String.join(" ", open.stream().limit(SHOWN).map(OperatorAlarm::words).toList());
        String more = open.size() > SHOWN ? " And " + (open.size() - SHOWN) + " more." : "";
        return List.of(new Line(open.size() == 1 ? "1 alarm" : open.size() + " alarms", words + more, "/alarms"));
    }
}
