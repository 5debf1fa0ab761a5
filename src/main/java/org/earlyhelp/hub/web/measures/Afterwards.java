package org.earlyhelp.hub.web.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.HelpFigures.FollowedNeed;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.web.counts.Count;
import org.earlyhelp.hub.web.counts.CountTable;

/**
 * Needs ended or back some time after the decision, by the outcome they hinder and by what was decided. A need counts at the
 * latest point that it has reached and at no other: so no two tables can be subtracted to find a few.
 *
 * @param unknown needs of which it is not known how they stood at the decision; they are in no table
 */
record Afterwards(List<Part> parts, Count unknown) {
    /** How far back decisions are followed. */
    static final Period FOLLOWED = Period.ofYears(2);
    private static final List<String> COURSES = Arrays.stream(NeedCourse.values()).map(NeedCourse::label).toList();

    /** One point in time after the decision, and until which age of a decision it is the latest reached. */
    enum Point {
        SIX_WEEKS("six-weeks", "6 weeks after the decision", Period.ofWeeks(6), Period.ofMonths(6)),
        SIX_MONTHS("six-months", "6 months after the decision", Period.ofMonths(6), Period.ofMonths(12)),
        TWELVE_MONTHS("twelve-months", "12 months after the decision", Period.ofMonths(12), FOLLOWED);

        private final String id;
        private final String label;
        private final Period after;
        private final Period next;

        Point(String id, String label, Period after, Period next) {
            this.id = id;
            this.label = label;
            this.after = after;
            this.next = next;
        }

        /** Whether a decision of that day has reached this point by today and not yet the next one. */
        boolean isLatestOf(LocalDate decided, LocalDate today) {
            return !decided.plus(after).isAfter(today) && decided.plus(next).isAfter(today);
        }

        /** The end of the day on which the point is reached. */
        private Instant endOf(LocalDate decided) {
            return London.startOf(decided.plus(after).plusDays(1));
        }
    }

    /** The table of one point; its rows that are empty are left out. */
    record Part(String id, String heading, CountTable table) {
    }

    /** A count's place. */
    private record Cell(String row, String column) {
    }

    Afterwards {
        parts = List.copyOf(parts);
    }

    static Afterwards of(List<FollowedNeed> needs, LocalDate today) {
        List<Part> parts = Arrays.stream(Point.values()).map(point -> part(point, needs, today)).toList();
        long unknown = Arrays.stream(Point.values())
                .mapToLong(point -> reached(point, needs, today).stream().filter(need -> courseAt(point, need).isEmpty()).count()).sum();
        return new Afterwards(parts, Count.alone(unknown));
    }

    private static Part part(Point point, List<FollowedNeed> needs, LocalDate today) {
        Map<Cell, Long> counts = reached(point, needs, today).stream().flatMap(need -> courseAt(point, need).map(course ->
                new Cell(OutcomeWords.hindered(need.hinders()) + ": " + OutcomeWords.decided(need.decision()), course.label())).stream())
                .collect(Collectors.groupingBy(cell -> cell, Collectors.counting()));
        return new Part(point.id, point.label, table(counts));
    }

    private static List<FollowedNeed> reached(Point point, List<FollowedNeed> needs, LocalDate today) {
        return needs.stream().filter(need -> point.isLatestOf(London.dateOf(need.decidedAt()), today)).toList();
    }

    private static Optional<NeedCourse> courseAt(Point point, FollowedNeed need) {
        return NeedCourse.of(need.changes(), need.decidedAt(), point.endOf(London.dateOf(need.decidedAt())));
    }

    private static CountTable table(Map<Cell, Long> counts) {
        List<String> rows = counts.keySet().stream().map(Cell::row).distinct().sorted().toList();
        return CountTable.of(rows, COURSES, (row, column) -> counts.getOrDefault(new Cell(row, column), 0L));
    }
}
