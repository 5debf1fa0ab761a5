package org.earlyhelp.hub.alert.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.earlyhelp.hub.alert.TeamClosing;
import org.earlyhelp.hub.alert.WorkingDays;
import org.earlyhelp.hub.alert.storage.TeamClosingStore;
import org.earlyhelp.hub.kernel.London;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The front door's own word about when it closes, with the end of its working day where it gave none. */
@Component
class TeamHours implements TeamClosing {
    private static final int SEARCH_LIMIT_DAYS = 30;

    private final TeamClosingStore store;
    private final WorkingDays working;
    private final LocalTime closesAt;

    TeamHours(TeamClosingStore store, WorkingDays working, @Value("${hub.front-door-closes-at:17:00}") String closesAt) {
        this.store = store;
        this.working = working;
        this.closesAt = LocalTime.parse(closesAt);
    }

    @Override
    public void closeNow(String account, Instant now) {
        store.add(now, account);
    }

    @Override
    public Instant lastClosed(Instant now) {
        LocalDate day = lastWorkingDayBefore(London.dateOf(now));
        return store.latest(1).stream().filter(word -> !word.isBefore(London.startOf(day))).findFirst()
                .orElseGet(() -> London.instantOf(day.atTime(closesAt)));
    }

    @Override
    public List<Instant> latest(int limit) {
        return store.latest(limit);
    }

    private LocalDate lastWorkingDayBefore(LocalDate today) {
        return today.minusDays(SEARCH_LIMIT_DAYS).datesUntil(today).filter(this::isWorkingDay).reduce((earlier, later) -> later).orElse(today.minusDays(1));
    }

    private boolean isWorkingDay(LocalDate day) {
        Instant dayBefore = London.instantOf(day.minusDays(1).atTime(LocalTime.NOON));
        return London.dateOf(working.sameTimeNextWorkingDay(dayBefore)).equals(day);
    }
}
