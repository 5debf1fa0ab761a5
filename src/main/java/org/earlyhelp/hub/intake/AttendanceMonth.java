package org.earlyhelp.hub.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import org.earlyhelp.hub.person.AttendanceCode;

/**
 * A pupil's marks of one month at one school, each with the delivery that gave it. A mark is replaced only by a newer
 * arrival and never added up. Packed as 62 letters: day 1 am, day 1 pm, day 2 am, …; a space is no mark. Not thread-safe.
 */
public final class AttendanceMonth {
    /** Letters of a month: 31 days, morning and afternoon. */
    public static final int SESSIONS = 62;
    private static final char NO_MARK = ' ';

    private final YearMonth month;
    private final char[] marks;
    private final long[] arrivals;

    private AttendanceMonth(YearMonth month, char[] marks, long[] arrivals) {
        this.month = month;
        this.marks = marks;
        this.arrivals = arrivals;
    }

    /** A month without any mark. */
    public static AttendanceMonth empty(YearMonth month) {
        char[] marks = new char[SESSIONS];
        Arrays.fill(marks, NO_MARK);
        return new AttendanceMonth(month, marks, new long[SESSIONS]);
    }

    /** Reads the stored form: 62 letters, and one arrival for all of them or 62. Throws IllegalArgumentException for any other. */
    public static AttendanceMonth of(YearMonth month, String marks, long... arrivals) {
        if (marks.length() != SESSIONS || arrivals.length != 1 && arrivals.length != SESSIONS) {
            throw new IllegalArgumentException("a month has 62 marks and 1 or 62 arrivals");
        }
        AttendanceMonth read = new AttendanceMonth(month, marks.toCharArray(), arrivals.length == 1 ? new long[SESSIONS] : arrivals.clone());
        if (arrivals.length == 1) {
            for (int i = 0; i < SESSIONS; i++) {
                read.arrivals[i] = read.marks[i] == NO_MARK ? 0 : arrivals[0];
            }
        }
        return read;
    }

    /** Days of another month are refused. */
    public YearMonth month() {
        return month;
    }

    /** Notes a mark of a day of this month; null states nothing. A later call for the same session wins. */
    public void put(LocalDate day, boolean afternoon, AttendanceCode code, long arrival) {
        if (code != null) {
            int session = session(day, afternoon);
            marks[session] = code.letter();
            arrivals[session] = arrival;
        }
    }

    /** Forgets both marks of a day of this month. */
    public void clear(LocalDate day) {
        for (int session = session(day, false); session <= session(day, true); session++) {
            marks[session] = NO_MARK;
            arrivals[session] = 0;
        }
    }

    /** Forgets the marks that arrived with that delivery; returns whether there were any. */
    public boolean forget(long arrival) {
        boolean any = false;
        for (int i = 0; i < SESSIONS; i++) {
            if (marks[i] != NO_MARK && arrivals[i] == arrival) {
                marks[i] = NO_MARK;
                arrivals[i] = 0;
                any = true;
            }
        }
        return any;
    }

    /** The mark of that session; empty when none is known. */
    public Optional<AttendanceCode> mark(LocalDate day, boolean afternoon) {
        char letter = marks[session(day, afternoon)];
        return letter == NO_MARK ? Optional.empty() : Optional.of(AttendanceCode.ofLetter(letter));
    }

    /**
     * Takes every mark of {@code newer} that arrived with the same or a later delivery.
     *
     * @return the days whose marks are now others, bit 0 for day 1
     */
    public int take(AttendanceMonth newer) {
        int changedDays = 0;
        for (int i = 0; i < SESSIONS; i++) {
            if (newer.marks[i] != NO_MARK && newer.arrivals[i] >= arrivals[i]) {
                changedDays |= marks[i] == newer.marks[i] ? 0 : 1 << i / 2;
                marks[i] = newer.marks[i];
                arrivals[i] = newer.arrivals[i];
            }
        }
        return changedDays;
    }

    /** The 62 letters. */
    public String marks() {
        return new String(marks);
    }

    /** One arrival when all marks came with one delivery, else 62 (0 = no mark). */
    public long[] arrivals() {
        long common = 0;
        for (long arrival : arrivals) {
            if (arrival != 0 && common != 0 && arrival != common) {
                return arrivals.clone();
            }
            common = arrival != 0 ? arrival : common;
        }
        return new long[] {common};
    }

    private int session(LocalDate day, boolean afternoon) {
        if (day.getYear() != month.getYear() || day.getMonth() != month.getMonth()) {
            throw new IllegalArgumentException("a day of another month");
        }
        return (day.getDayOfMonth() - 1) * 2 + (afternoon ? 1 : 0);
    }
}
