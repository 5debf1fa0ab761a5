package org.earlyhelp.hub.cli.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.person.AttendanceCode;

/** Draws a pupil's marks: most are nearly always there, some often ill, a few hardly ever, some on holiday in term. */
final class AttendanceMaker {
    /** Twelve school weeks: more than the 40 possible sessions and the 10 school weeks that rules look at. */
    static final int MOST_DAYS = 60;
    private static final double OFTEN_ABSENT = 0.09;
    private static final double HARDLY_THERE = 0.012;
    private static final double HOLIDAY_IN_TERM = 0.02;
    private static final AttendanceCode[] REASONS = {AttendanceCode.ILLNESS, AttendanceCode.ILLNESS, AttendanceCode.ILLNESS, AttendanceCode.MEDICAL,
        AttendanceCode.OTHER_UNAUTHORISED, AttendanceCode.NO_REASON_YET, AttendanceCode.LEAVE};

    private final List<LocalDate> days;

    AttendanceMaker(LocalDate today) {
        this.days = SchoolDays.before(today, MOST_DAYS);
    }

    Life.Attendance make(int child, RandomGenerator random) {
        double missedShare = missedShare(random);
        List<AttendanceCode> marks = new ArrayList<>(2 * days.size());
        for (int day = 0; day < days.size(); day++) {
            boolean missed = random.nextDouble() < missedShare;
            AttendanceCode reason = REASONS[random.nextInt(REASONS.length)];
            marks.add(missed ? reason : random.nextDouble() < 0.01 ? AttendanceCode.LATE : AttendanceCode.PRESENT_AM);
            marks.add(missed && random.nextDouble() < 0.9 ? reason : AttendanceCode.PRESENT_PM);
        }
        if (random.nextDouble() < HOLIDAY_IN_TERM) {
            goOnHoliday(marks, random);
        }
        return new Life.Attendance(child, days, List.copyOf(marks));
    }

    private static double missedShare(RandomGenerator random) {
        double at = random.nextDouble();
        if (at < HARDLY_THERE) {
            return 0.6 + 0.3 * random.nextDouble();
        }
        return at < HARDLY_THERE + OFTEN_ABSENT ? 0.08 + 0.2 * random.nextDouble() : 0.03 * random.nextDouble();
    }

    private void goOnHoliday(List<AttendanceCode> marks, RandomGenerator random) {
        int length = Math.min(days.size(), 5 + random.nextInt(5));
        int first = random.nextInt(days.size() - length + 1);
        for (int mark = 2 * first; mark < 2 * (first + length); mark++) {
            marks.set(mark, AttendanceCode.HOLIDAY_NOT_GRANTED);
        }
    }
}
