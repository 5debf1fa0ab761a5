package org.earlyhelp.hub.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What happened when, a line for each source, drawn on the server as SVG by {@code page/charts}. A table beside it must say
 * the same. Marks differ in shape as well as in colour.
 *
 * @param title what is shown, for those who do not see it
 */
public record TimelineChart(String title, List<Lane> lanes, List<Tick> ticks) {
    private static final int LEFT = 250;
    private static final int RIGHT = 740;
    private static final int TOP = 30;
    private static final int ROW = 44;
    private static final int TICKS_WANTED = 6;
    private static final int LABEL_LIMIT_CHARACTERS = 32;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);

    /** Something to be marked. */
    public record Point(String source, LocalDate on, Shape shape, String what) {
    }

    /** What a mark stands for: a serious event, a concern, or something that goes well. */
    public enum Shape { DIAMOND, SQUARE, RING }

    /** One source and its marks. */
    public record Lane(String label, int y, List<Mark> marks) {
    }

    /** One mark at a place of the drawing; {@code title} is read out. */
    public record Mark(int x, int y, Shape shape, String title) {
        /** The corners of a diamond. */
        public String corners() {
            return x + "," + (y - 9) + " " + (x + 9) + "," + y + " " + x + "," + (y + 9) + " " + (x - 9) + "," + y;
        }
    }

    /** The beginning of a month. */
    public record Tick(int x, String label) {
    }

    public TimelineChart {
        lanes = List.copyOf(lanes);
        ticks = List.copyOf(ticks);
    }

    /** From the month of the oldest point up to the day; without points, an empty drawing of a year. */
    public static TimelineChart of(String title, List<Point> points, LocalDate today) {
        LocalDate from = points.stream().map(Point::on).min(LocalDate::compareTo).orElse(today.minusYears(1)).withDayOfMonth(1);
        LocalDate to = points.stream().map(Point::on).max(LocalDate::compareTo).filter(today::isBefore).orElse(today);
        List<String> sources = points.stream().map(Point::source).distinct().sorted().toList();
        List<Lane> lanes = new ArrayList<>();
        for (String source : sources) {
            int y = TOP + lanes.size() * ROW + ROW / 2;
            lanes.add(new Lane(shortened(source), y, points.stream().filter(point -> point.source().equals(source))
                    .map(point -> new Mark(x(point.on(), from, to), y, point.shape(), PlainTime.of(point.on()) + ": " + point.what())).toList()));
        }
        return new TimelineChart(title, lanes, ticks(from, to));
    }

    /** Of the drawing, in its units. */
    public int height() {
        return TOP + lanes.size() * ROW + ROW / 2;
    }

    /** Where the lanes begin, right of their labels. */
    public int left() {
        return LEFT;
    }

    /** Where the lanes end: today, or the last point if it comes later. */
    public int right() {
        return RIGHT;
    }

    private static List<Tick> ticks(LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(from, to) + 1;
        long step = Math.max(1, (months + TICKS_WANTED - 1) / TICKS_WANTED);
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate month = from; !month.isAfter(to); month = month.plusMonths(step)) {
            ticks.add(new Tick(x(month, from, to), MONTH.format(month)));
        }
        return ticks;
    }

    private static String shortened(String label) {
        return ShortText.of(label, LABEL_LIMIT_CHARACTERS);
    }

    private static int x(LocalDate day, LocalDate from, LocalDate to) {
        long days = Math.max(1, ChronoUnit.DAYS.between(from, to));
        return (int) (LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(from, day) / days);
    }
}
