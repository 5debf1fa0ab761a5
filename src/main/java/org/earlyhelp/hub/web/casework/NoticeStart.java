package org.earlyhelp.hub.web.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertNotice;
import org.earlyhelp.hub.alert.NoticeReach;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.StartLines;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What waits too long, on a manager's start page, and whether anybody is told who does not look at it. */
@Component
@Order(1)
class NoticeStart implements StartLines {
    private static final Duration SHOWN_FOR = Duration.ofHours(24);
    private static final int READ = 100;
    private static final int SHOWN = 3;
    private final AlertDirectory alerts;
    private final NoticeReach reach;
    private final HubClock clock;

    NoticeStart(AlertDirectory alerts, NoticeReach reach, HubClock clock) {
        this.alerts = alerts;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public List<Line> of(Viewer viewer) {
        if (viewer.role() != StaffRole.MANAGER) {
            return List.of();
        }
        Instant since = clock.now().minus(SHOWN_FOR);
        List<AlertNotice> notices = alerts.notices(READ).stream().filter(notice -> !notice.at().isBefore(since)).toList();
        String words = notices.isEmpty() ? "No alert waited too long in the last 24 hours."
                : String.join(" ", notices.stream().limit(SHOWN).map(notice -> notice.alert() + ": " + notice.message()).toList())
                + (notices.size() > SHOWN ? " And more; the inbox has what is due first." : "");
        String label = switch (notices.size()) {
            case 0 -> "Waiting too long";
            case 1 -> "1 notice in 24 hours";
            case READ -> READ + " notices or more in 24 hours";
            default -> notices.size() + " notices in 24 hours";
        };
        return List.of(new Line(label, words + " " + outside(), "/inbox"));
    }

    private String outside() {
        boolean manager = reach.reaches("manager");
        boolean outOfHours = reach.reaches("out-of-hours");
        if (manager && outOfHours) {
            return "You and the contact out of hours are told outside these pages too.";
        }
        return manager ? "The contact out of hours is told nothing outside these pages: the operator sets who it is."
                : outOfHours ? "You are told nothing outside these pages: the operator sets where." : "Nobody is told outside these pages: the operator sets who is.";
    }
}
