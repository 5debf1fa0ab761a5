package org.earlyhelp.hub.need.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.need.engine.SessionMarks.Marked;
import org.earlyhelp.hub.need.rules.NeedCondition;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.SchoolCalendar;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.AttendanceCode.Session;

/** The rules that count register marks. Totals are derived from the marks each time, never kept. */
final class SchoolTests {
    /** Ten school weeks and the longest holidays between them lie within this. */
    static final int LOOK_BACK_DAYS = 200;

    private final FamilyFacts facts;
    private final SchoolCalendar calendar;
    private final Moment moment;
    private final Doubts doubts;

    SchoolTests(FamilyFacts facts, SchoolCalendar calendar, Moment moment, Doubts doubts) {
        this.facts = facts;
        this.calendar = calendar;
        this.moment = moment;
        this.doubts = doubts;
    }

    Optional<Holding> test(NeedRule rule, NeedCondition condition, PersonHistory history) {
        if (facts.attendance().isEmpty()) {
            return Optional.empty();
        }
        if (condition instanceof NeedCondition.AbsenceShare share) {
            return share(rule, share, history);
        }
        if (condition instanceof NeedCondition.CodedSessions coded) {
            return coded(rule, coded, history);
        }
        if (condition instanceof NeedCondition.AbsenceRun run) {
            return run(rule, run, history);
        }
        return offRegister(rule, (NeedCondition.OffRegister) condition, history);
    }

    private Optional<Holding> share(NeedRule rule, NeedCondition.AbsenceShare condition, PersonHistory history) {
        LocalDate yearStart = SchoolCalendar.yearStart(moment.today());
        List<Marked> sessions = history.sessions(yearStart).all();
        List<Marked> missed = sessions.stream().filter(Marked::isMissed).toList();
        long possible = sessions.stream().filter(Marked::isPossible).count();
        if (possible < condition.possibleAtLeast() || (long) condition.missedTimes() * missed.size() < possible) {
            return Optional.empty();
        }
        moment.changesOn(yearStart.plusYears(1));
        String grade = (long) condition.gradedMissedTimes() * missed.size() >= possible ? condition.grade() : "";
        Map<String, ?> places = Map.of("missed", missed.size(), "possible", possible, "illness", count(missed, Session.ILLNESS),
                "authorised", count(missed, Session.AUTHORISED), "unauthorised", count(missed, Session.UNAUTHORISED));
        return Holding.of(grade, places, signs(missed));
    }

    private Optional<Holding> coded(NeedRule rule, NeedCondition.CodedSessions condition, PersonHistory history) {
        List<Marked> coded = history.sessions(moment.today().minusDays(LOOK_BACK_DAYS)).all().stream()
                .filter(marked -> condition.codes().contains(marked.code())).toList();
        if (coded.size() < condition.atLeast()) {
            return Optional.empty();
        }
        moment.changesOn(coded.get(coded.size() - condition.atLeast()).day().plusDays(LOOK_BACK_DAYS + 1L));
        calendar.coverChangesOn(moment.today()).ifPresent(moment::changesOn);
        Optional<List<LocalDate>> weeks = calendar.lastSchoolWeeks(moment.today(), condition.schoolWeeks());
        if (weeks.isEmpty()) {
            moment.changesOn(SchoolCalendar.mondayOf(moment.today()).plusWeeks(1));
            doubts.undecided(rule.id(), "the school calendar does not cover the last " + condition.schoolWeeks() + " school weeks");
            return Optional.empty();
        }
        Set<LocalDate> mondays = new HashSet<>(weeks.get());
        List<Marked> counted = coded.stream().filter(marked -> mondays.contains(SchoolCalendar.mondayOf(marked.day()))).toList();
        if (counted.size() < condition.atLeast()) {
            return Optional.empty();
        }
        calendar.nextSchoolDay(SchoolCalendar.mondayOf(moment.today()).plusDays(6))
                .ifPresent(day -> moment.changesOn(SchoolCalendar.mondayOf(day)));
        Map<String, ?> places = Map.of("count", counted.size(), "weeks", condition.schoolWeeks());
        return Holding.of("", places, signs(counted));
    }

    private Optional<Holding> run(NeedRule rule, NeedCondition.AbsenceRun condition, PersonHistory history) {
        LocalDate yearStart = SchoolCalendar.yearStart(moment.today());
        List<Marked> sessions = history.sessions(yearStart).all();
        List<Marked> run = new ArrayList<>();
        for (Marked marked : sessions) {
            if (marked.isMissed()) {
                run.add(marked);
            } else if (marked.isPossible()) {
                run.clear();
            }
        }
        if (run.size() >= condition.sessions()) {
            moment.changesOn(yearStart.plusYears(1));
            return Holding.of("", Map.of("why", "Missed " + run.size() + " sessions in a row"), signs(run));
        }
        List<Marked> stale = sessions.stream().filter(marked -> marked.code() == condition.staleCode() && isStale(marked.day(), condition)).toList();
        String why = stale.size() + (stale.size() == 1 ? " absence" : " absences") + " without a reason after "
                + condition.staleAfterSchoolDays() + " school days";
        return Holding.of("", Map.of("why", why), signs(stale));
    }

    private boolean isStale(LocalDate day, NeedCondition.AbsenceRun condition) {
        moment.changesOn(moment.today().plusDays(1));
        return calendar.schoolDaysBetween(day, moment.today()) > condition.staleAfterSchoolDays();
    }

    /** A school that is silent for everybody proves nothing: only one that went on sending marks of others does. */
    private Optional<Holding> offRegister(NeedRule rule, NeedCondition.OffRegister condition, PersonHistory history) {
        List<Marked> onRoll = history.sessions(moment.today().minusDays(LOOK_BACK_DAYS)).all().stream()
                .filter(marked -> marked.code() != AttendanceCode.NOT_ON_ROLL).toList();
        if (onRoll.isEmpty()) {
            return Optional.empty();
        }
        Marked last = onRoll.get(onRoll.size() - 1);
        moment.changesOn(last.day().plusDays(LOOK_BACK_DAYS + 1L));
        LocalDate registerEnd = facts.registerEnds().get(SchoolKey.of(last.record()));
        if (registerEnd == null) {
            doubts.undecided(rule.id(), "it is not known until when the school has sent marks");
            return Optional.empty();
        }
        long days = calendar.schoolDaysBetween(last.day(), registerEnd);
        return days <= condition.schoolDays() ? Optional.empty()
                : Holding.of("", Map.of("days", days), List.of(NeedTests.dated(last.record(), last.day())));
    }

    private static long count(List<Marked> missed, Session kind) {
        return missed.stream().filter(marked -> marked.code().session() == kind).count();
    }

    /** The first and the last counted session of each register. */
    private static List<Sign> signs(List<Marked> sessions) {
        Map<HeldRecord, List<Marked>> byRegister = new LinkedHashMap<>();
        sessions.forEach(marked -> byRegister.computeIfAbsent(marked.record(), none -> new ArrayList<>()).add(marked));
        List<Sign> signs = new ArrayList<>();
        byRegister.forEach((record, marked) -> {
            signs.add(NeedTests.dated(record, marked.stream().map(Marked::day).min(Comparator.naturalOrder()).orElseThrow()));
            signs.add(NeedTests.dated(record, marked.stream().map(Marked::day).max(Comparator.naturalOrder()).orElseThrow()));
        });
        return signs;
    }
}
