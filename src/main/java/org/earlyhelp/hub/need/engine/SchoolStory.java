package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.earlyhelp.hub.need.StoryEvent;
import org.earlyhelp.hub.need.StoryEvent.Kind;
import org.earlyhelp.hub.need.engine.SessionMarks.Marked;

/** One pupil's attendance, a sentence a month: the marks themselves would bury everything else. */
final class SchoolStory {
    private static final int MONTHS_BACK = 12;
    /** At most so many sessions in a hundred were missed: good attendance. */
    private static final int GOOD_PER_CENT = 5;

    private SchoolStory() {
    }

    static List<StoryEvent> of(PersonHistory history, LocalDate today) {
        Map<YearMonth, List<Marked>> months = new TreeMap<>();
        history.sessions(today.minusMonths(MONTHS_BACK)).all().stream().filter(Marked::isPossible)
                .forEach(marked -> months.computeIfAbsent(YearMonth.from(marked.day()), none -> new ArrayList<>()).add(marked));
        return months.entrySet().stream().map(month -> event(history.person(), month.getKey(), month.getValue())).toList();
    }

    private static StoryEvent event(Member pupil, YearMonth month, List<Marked> sessions) {
        Marked last = sessions.get(sessions.size() - 1);
        long missed = sessions.stream().filter(Marked::isMissed).count();
        String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + month.getYear();
        boolean good = missed * 100 <= (long) sessions.size() * GOOD_PER_CENT;
        String what = missed == 0 ? "Missed no session of " + sessions.size() : "Missed " + missed + " of " + sessions.size() + " possible sessions";
        return new StoryEvent(last.day(), null, Kind.SCHOOL, pupil.ref(), last.record().agency(), what + " in " + name, good, last.record().evidence());
    }
}
