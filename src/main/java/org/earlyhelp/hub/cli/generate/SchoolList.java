package org.earlyhelp.hub.cli.generate;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The schools of a borough of that many families: about one primary for 250 and one secondary for 1,000. */
final class SchoolList {
    private static final int FAMILIES_A_PRIMARY = 250;
    private static final int FAMILIES_A_SECONDARY = 1000;
    private static final int FIRST_PRIMARY = 2001;
    private static final int FIRST_SECONDARY = 4001;
    private static final int FIRST_URN = 990_001;

    /** Ages on 31 August before the school year in which a child starts primary, starts secondary, and leaves. */
    private static final int RECEPTION_AGE = 4;
    private static final int YEAR_7_AGE = 11;
    private static final int LEAVING_AGE = 16;

    private final List<School> primaries;
    private final List<School> secondaries;

    SchoolList(int families) {
        primaries = schools(FIRST_PRIMARY, FIRST_URN, 1 + families / FAMILIES_A_PRIMARY);
        secondaries = schools(FIRST_SECONDARY, FIRST_URN + primaries.size(), 1 + families / FAMILIES_A_SECONDARY);
    }

    /** A primary and a secondary school that the children of one household share. */
    Choice choose(RandomGenerator random) {
        return new Choice(primaries.get(random.nextInt(primaries.size())), secondaries.get(random.nextInt(secondaries.size())));
    }

    record Choice(School primary, School secondary) {
        /** The school of a child born then, or null when too young or too old. */
        School on(LocalDate today, LocalDate born) {
            int age = ageAtStartOfYear(today, born);
            if (age < RECEPTION_AGE || age >= LEAVING_AGE) {
                return null;
            }
            return age < YEAR_7_AGE ? primary : secondary;
        }
    }

    /** {@code R} or 1 to 11. */
    static String yearGroup(LocalDate today, LocalDate born) {
        int year = ageAtStartOfYear(today, born) - RECEPTION_AGE;
        return year == 0 ? "R" : Integer.toString(year);
    }

    /** Two digits: the year in which the child came to school and was given a pupil number. */
    static int allocationYear(LocalDate born) {
        int start = born.getMonthValue() < Month.SEPTEMBER.getValue() ? born.getYear() + RECEPTION_AGE : born.getYear() + RECEPTION_AGE + 1;
        return start % 100;
    }

    private static int ageAtStartOfYear(LocalDate today, LocalDate born) {
        return SchoolDays.startOfSchoolYear(today).minusDays(1).getYear() - born.getYear() - (born.getMonthValue() >= Month.SEPTEMBER.getValue() ? 1 : 0);
    }

    private static List<School> schools(int firstEstablishment, int firstUrn, int count) {
        List<School> schools = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            schools.add(new School(Integer.toString(firstEstablishment + i), Integer.toString(firstUrn + i)));
        }
        return List.copyOf(schools);
    }
}
