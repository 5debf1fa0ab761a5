package org.earlyhelp.hub.linkage.compare;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.List;

/**
 * Compares two dates of birth written as eight digits, year first; anything else, such as an impossible date, is
 * compared as text.
 */
public final class BirthComparison implements FieldComparison {
    /** The only one: it has no state. */
    public static final BirthComparison BIRTH = new BirthComparison();
    private static final int DIGITS = 8;
    private static final int NEAR_DAYS = 40;
    private static final int YEAR_DAYS = 365;
    private static final int MONTHS = 12;
    private static final int MONTH_AND_DAY_BITS = 16;
    private static final int ONE_IN_EACH_DIGIT = 0x11111111;
    private static final long NO_DATE = Long.MIN_VALUE;

    private BirthComparison() {
    }

    @Override
    public List<ComparisonLevel> levels() {
        return List.of(BirthLevel.values());
    }

    @Override
    public int level(Form one, Form other) {
        return compare(one.joined(), other.joined()).ordinal();
    }

    /** The first level that holds. */
    public BirthLevel compare(String one, String other) {
        if (one.equals(other)) {
            return BirthLevel.EXACT;
        }
        if (one.length() != DIGITS || other.length() != DIGITS) {
            return EditDistance.within(1, one, other) == 1 ? BirthLevel.ONE_SLIP : BirthLevel.DIFFERENT;
        }
        int digitsOff = digitsOff(one, other);
        if (digitsOff == 1 || isExchanged(one, other) || digitsOff == 2 && neighboursExchanged(one, other)) {
            return BirthLevel.ONE_SLIP;
        }
        return partsShared(one, other) == 2 ? BirthLevel.TWO_PARTS : byDistance(one, other, digitsOff);
    }

    /** As {@link #compare(String, String)} for two dates, without writing them out; years have four digits. */
    public BirthLevel compare(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return BirthLevel.EXACT;
        }
        boolean alike = !hasDigits(one) || !hasDigits(other) || mayBeOne(digits(one), digits(other));
        return alike ? compare(String.valueOf(number(one)), String.valueOf(number(other))) : BirthLevel.DIFFERENT;
    }

    /** Whether {@link #digits} can write a date: of the years 1000 to 7999. */
    public static boolean hasDigits(LocalDate date) {
        return date.getYear() >= 1000 && date.getYear() < 8000;
    }

    /** A date in the digits of a hexadecimal number, such as {@code 0x20190402}; see {@link #hasDigits}. */
    public static int digits(LocalDate date) {
        return Integer.parseInt(String.valueOf(number(date)), 16);
    }

    /** Whether two dates do not differ in full, each as {@link #digits} writes it; much cheaper than to say how they compare. */
    public boolean mayBeOne(int one, int other) {
        int differing = one ^ other;
        int places = (differing | differing >>> 1 | differing >>> 2 | differing >>> 3) & ONE_IN_EACH_DIGIT;
        boolean sameYearOrDay = differing >>> MONTH_AND_DAY_BITS == 0 || differing << MONTH_AND_DAY_BITS == 0;
        return sameYearOrDay || Integer.bitCount(places) <= 2
                || areNeighbours(one >>> MONTH_AND_DAY_BITS, other >>> MONTH_AND_DAY_BITS) && Math.abs(day(one) - day(other)) <= YEAR_DAYS;
    }

    /** Whether two years in hexadecimal digits may be one apart; says so too of some that are not. */
    private static boolean areNeighbours(int one, int other) {
        int last = Math.abs((one & 0xF) - (other & 0xF));
        return last == 1 || last == 9;
    }

    /** The day since 1970 of a date in hexadecimal digits; only years beside each other are ever compared by it. */
    private static long day(int digits) {
        return LocalDate.of(Integer.parseInt(Integer.toHexString(digits >>> MONTH_AND_DAY_BITS)), Integer.parseInt(Integer.toHexString(digits >>> 8 & 0xFF)),
                Integer.parseInt(Integer.toHexString(digits & 0xFF))).toEpochDay();
    }

    private static int number(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    private static int digitsOff(int one, int other) {
        int off = 0;
        for (int mine = one, theirs = other; mine > 0 || theirs > 0; mine /= 10, theirs /= 10) {
            off += mine % 10 == theirs % 10 ? 0 : 1;
        }
        return off;
    }

    private static BirthLevel byDistance(String one, String other, int digitsOff) {
        long mine = day(one);
        long theirs = day(other);
        long apart = mine == NO_DATE || theirs == NO_DATE ? Long.MAX_VALUE : Math.abs(mine - theirs);
        if (apart <= NEAR_DAYS) {
            return BirthLevel.NEAR;
        }
        if (digitsOff == 2) {
            return BirthLevel.TWO_DIGITS;
        }
        return apart <= YEAR_DAYS || one.regionMatches(0, other, 0, 4) ? BirthLevel.SAME_YEAR : BirthLevel.DIFFERENT;
    }

    private static int digitsOff(String one, String other) {
        int off = 0;
        for (int i = 0; i < DIGITS; i++) {
            off += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return off;
    }

    private static boolean isExchanged(String one, String other) {
        return one.regionMatches(0, other, 0, 4) && one.regionMatches(4, other, 6, 2) && one.regionMatches(6, other, 4, 2);
    }

    private static boolean neighboursExchanged(String one, String other) {
        int at = 0;
        while (one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at + 1 < DIGITS && one.charAt(at) == other.charAt(at + 1) && one.charAt(at + 1) == other.charAt(at);
    }

    private static int partsShared(String one, String other) {
        return (one.regionMatches(0, other, 0, 4) ? 1 : 0) + (one.regionMatches(4, other, 4, 2) ? 1 : 0) + (one.regionMatches(6, other, 6, 2) ? 1 : 0);
    }

    /** The day since 1970, or {@link #NO_DATE} for an impossible date. */
    private static long day(String digits) {
        int year = number(digits, 0, 4);
        int month = number(digits, 4, 6);
        int day = number(digits, 6, 8);
        boolean possible = year >= 0 && month >= 1 && month <= MONTHS && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        return possible ? LocalDate.of(year, month, day).toEpochDay() : NO_DATE;
    }

    /** A number of a few digits; negative when there are others than digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            number = digit < 0 || number < 0 ? -1 : number * 10 + digit;
        }
        return number;
    }
}
