package org.earlyhelp.hub.cli.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.earlyhelp.hub.person.Upn;

/** One large attendance file: every pupil on every day. Two files that differ in {@code changedPercent} differ in so many marks and in nothing else. */
record AttendanceFile(int pupils, int days, int changedPercent) {
    static final long SEED = 20261123;
    private static final DateTimeFormatter UK = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String HEADER = "LAESTAB,URN,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,NC Year,"
            + "Address Line 1,Town,Postcode,Parent Surname,Parent Forename,Parent Phone,Session Date,AM,PM\n";
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    private static final int MISSED_PERCENT = 6;
    private static final int PUPILS_A_SCHOOL = 500;
    private static final int ALL_PERCENT = 100;

    long rows() {
        return (long) pupils * days;
    }

    Path write(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        SplittableRandom changes = new SplittableRandom(SEED + 1);
        List<String> who = who();
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (LocalDate day : schoolDays()) {
                for (String pupil : who) {
                    boolean missed = random.nextInt(ALL_PERCENT) < MISSED_PERCENT;
                    boolean changed = changes.nextInt(ALL_PERCENT) < changedPercent;
                    out.write(pupil + UK.format(day) + (missed ^ changed ? ",I,I\n" : ",/,\\\n"));
                }
            }
        }
        return file;
    }

    private List<String> who() {
        List<String> who = new ArrayList<>();
        for (int i = 0; i < pupils; i++) {
            int school = i / PUPILS_A_SCHOOL;
            who.add("%d,%d,%s,Surname%d,Forename%d,,%s,%s,%d,%d Test Row,Avonford,ZZ99 %dAA,Surname%d,Parent%d,01632 %06d,".formatted(
                    9994000 + school, 999000 + school, upn(i), i % 4999, i, UK.format(LocalDate.of(2011 + i % 10, 1 + i % 12, 1 + i % 28)),
                    i % 2 == 0 ? "F" : "M", 1 + i % 11, i % 300, i % 10, i % 4999, i, 960000 + i % 1000));
        }
        return who;
    }

    private List<LocalDate> schoolDays() {
        List<LocalDate> found = new ArrayList<>();
        for (LocalDate day = LAST_DAY; found.size() < days; day = day.minusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                found.add(0, day);
            }
        }
        return found;
    }

    private static String upn(int number) {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            String text = letter + "9994001%05d".formatted(number);
            if (Upn.parse(text).asOptional().isPresent()) {
                return text;
            }
        }
        throw new IllegalStateException("no check letter fits");
    }
}
