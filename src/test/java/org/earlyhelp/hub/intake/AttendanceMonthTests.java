package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.earlyhelp.hub.person.AttendanceCode.ILLNESS;
import static org.earlyhelp.hub.person.AttendanceCode.NO_REASON_YET;
import static org.earlyhelp.hub.person.AttendanceCode.PRESENT_AM;
import static org.earlyhelp.hub.person.AttendanceCode.PRESENT_PM;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.earlyhelp.hub.person.AttendanceCode;
import org.junit.jupiter.api.Test;

class AttendanceMonthTests {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate THIRD = LocalDate.of(2026, 11, 3);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    @Test
    void keepsMarksByDayAndHalf() {
        AttendanceMonth month = month(THIRD, true, ILLNESS, 7);

        assertThat(month.mark(THIRD, true)).contains(ILLNESS);
        assertThat(month.mark(THIRD, false)).isEmpty();
        assertThat(month.marks()).hasSize(62).startsWith("     I ");
    }

    @Test
    void replacesByANewerArrival() {
        AttendanceMonth held = month(THIRD, false, NO_REASON_YET, 7);

        int changed = held.take(month(THIRD, false, ILLNESS, 8));

        assertThat(held.mark(THIRD, false)).contains(ILLNESS);
        assertThat(changed).isEqualTo(1 << 2);
    }

    @Test
    void keepsTheMarkAgainstAnOlderArrival() {
        AttendanceMonth held = month(THIRD, false, ILLNESS, 8);

        assertThat(held.take(month(THIRD, false, NO_REASON_YET, 7))).isZero();
        assertThat(held.mark(THIRD, false)).contains(ILLNESS);
    }

    @Test
    void leavesAMarkThatIsNotStatedAgain() {
        AttendanceMonth held = month(THIRD, false, ILLNESS, 7);

        held.take(month(LAST, true, PRESENT_PM, 8));

        assertThat(held.mark(THIRD, false)).contains(ILLNESS);
        assertThat(held.mark(LAST, true)).contains(PRESENT_PM);
        assertThat(held.arrivals()).hasSize(62);
    }

    @Test
    void remembersASameMarkAsTheNewerArrival() {
        AttendanceMonth held = month(THIRD, false, ILLNESS, 7);

        assertThat(held.take(month(THIRD, false, ILLNESS, 9))).isZero();
        assertThat(held.take(month(THIRD, false, PRESENT_AM, 8))).isZero();
        assertThat(held.arrivals()).containsExactly(9);
    }

    @Test
    void readsBackWhatItPacked() {
        Random random = new Random(20261123);
        AttendanceMonth month = AttendanceMonth.empty(NOVEMBER);
        for (int day = 1; day <= 30; day++) {
            AttendanceCode code = AttendanceCode.values()[random.nextInt(AttendanceCode.values().length)];
            month.put(NOVEMBER.atDay(day), random.nextBoolean(), code, 1 + random.nextInt(3));
        }

        AttendanceMonth read = AttendanceMonth.of(NOVEMBER, month.marks(), month.arrivals());

        assertThat(read.marks()).isEqualTo(month.marks());
        assertThat(read.arrivals()).isEqualTo(month.arrivals());
    }

    @Test
    void takesTheSameOnceOrTwice() {
        AttendanceMonth once = month(THIRD, false, ILLNESS, 7);
        once.take(month(LAST, false, PRESENT_AM, 8));
        String marks = once.marks();

        assertThat(once.take(month(LAST, false, PRESENT_AM, 8))).isZero();
        assertThat(once.marks()).isEqualTo(marks);
    }

    @Test
    void refusesADayOfAnotherMonth() {
        assertThatThrownBy(() -> month(LocalDate.of(2026, 12, 1), false, ILLNESS, 7)).isInstanceOf(IllegalArgumentException.class);
    }

    private static AttendanceMonth month(LocalDate day, boolean afternoon, AttendanceCode code, long arrival) {
        AttendanceMonth month = AttendanceMonth.empty(NOVEMBER);
        month.put(day, afternoon, code, arrival);
        return month;
    }
}
