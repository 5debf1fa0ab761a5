package org.earlyhelp.hub.need.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The borough's school terms. A school day is a weekday of a term on which schools are not closed. */
public record SchoolCalendar(List<Term> terms, Set<LocalDate> closed) {
    private static final int SEARCH_LIMIT_DAYS = 400;

    /** First and last school day, both included. */
    public record Term(LocalDate from, LocalDate to) {
    }

    public SchoolCalendar {
        terms = terms.stream().sorted(Comparator.comparing(Term::from)).toList();
        closed = Set.copyOf(closed);
    }

    /** 1 September of the school year the day belongs to; the year ends on 31 August. */
    public static LocalDate yearStart(LocalDate day) {
        LocalDate september = LocalDate.of(day.getYear(), Month.SEPTEMBER, 1);
        return day.isBefore(september) ? september.minusYears(1) : september;
    }

    /** Whether schools are open that day. */
    public boolean isSchoolDay(LocalDate day) {
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() && !closed.contains(day)
                && terms.stream().anyMatch(term -> !day.isBefore(term.from()) && !day.isAfter(term.to()));
    }

    /** Whether the calendar says anything of the day: it lies between its first and its last term. */
    public boolean covers(LocalDate day) {
        return !terms.isEmpty() && !day.isBefore(terms.get(0).from()) && !day.isAfter(terms.get(terms.size() - 1).to());
    }

    /** The next day after that one on which {@link #covers} changes; empty when it never does. */
    public Optional<LocalDate> coverChangesOn(LocalDate day) {
        return terms.isEmpty() ? Optional.empty()
                : Stream.of(terms.get(0).from(), terms.get(terms.size() - 1).to().plusDays(1)).filter(change -> change.isAfter(day)).findFirst();
    }

    /**
     * The Mondays of the last school weeks up to the day, newest first, the week of the day included if it has a school
     * day. Empty when the calendar does not reach far enough to tell.
     */
    public Optional<List<LocalDate>> lastSchoolWeeks(LocalDate day, int weeks) {
        List<LocalDate> mondays = new ArrayList<>();
        LocalDate monday = mondayOf(day);
        LocalDate limit = day.minusDays(SEARCH_LIMIT_DAYS);
        for (; mondays.size() < weeks && monday.isAfter(limit); monday = monday.minusWeeks(1)) {
            if (isSchoolWeek(monday)) {
                mondays.add(monday);
            }
        }
        return mondays.size() == weeks && covers(day) ? Optional.of(List.copyOf(mondays)) : Optional.empty();
    }

    /** The first school day after the day; empty when the calendar has none. */
    public Optional<LocalDate> nextSchoolDay(LocalDate day) {
        return day.datesUntil(day.plusDays(SEARCH_LIMIT_DAYS)).skip(1).filter(this::isSchoolDay).findFirst();
    }

    /** How many school days lie after {@code from} up to and including {@code to}. */
    public long schoolDaysBetween(LocalDate from, LocalDate to) {
        return from.isBefore(to) ? from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isSchoolDay).count() : 0;
    }

    /** The first day of the week to which the day belongs. */
    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private boolean isSchoolWeek(LocalDate monday) {
        return monday.datesUntil(monday.plusWeeks(1)).anyMatch(this::isSchoolDay);
    }
}
