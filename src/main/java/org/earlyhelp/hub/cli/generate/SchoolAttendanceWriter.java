package org.earlyhelp.hub.cli.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.person.Role;

/** The schools' registers, CSV: a row for each pupil and day, all rows of a pupil in one file. */
final class SchoolAttendanceWriter implements FeedWriter {
    private static final Mentions.Feed FEED = new Mentions.Feed("avonford-schools", "school-attendance");
    private static final String HEADER = "LAESTAB,URN,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,NC Year,"
            + "Address Line 1,Town,Postcode,Parent Surname,Parent Forename,Parent Phone,Session Date,AM,PM\n";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int MOST_ROWS = 50_000;

    private final RollingFile file;
    private final NoiseModel noise;
    private final Mentions mentions;
    private final LocalDate today;
    private final Map<LocalDate, String> printedDays = new HashMap<>();

    SchoolAttendanceWriter(Path feeds, NoiseModel noise, Mentions mentions, LocalDate today) {
        this.file = new RollingFile(feeds.resolve(FEED.agency()).resolve(FEED.name()), "attendance", "csv", HEADER, MOST_ROWS);
        this.noise = noise;
        this.mentions = mentions;
        this.today = today;
    }

    @Override
    public void write(Household household, Life life, RandomGenerator random) throws IOException {
        for (Life.Attendance attendance : life.attendance()) {
            if (!attendance.days().isEmpty()) {
                write(household, attendance, random);
            }
        }
    }

    private void write(Household household, Life.Attendance attendance, RandomGenerator random) throws IOException {
        Household.Pupil pupil = household.children().get(attendance.child());
        SentPerson sent = noise.sent(Sender.SCHOOL, pupil.person(), household, random);
        SentPerson parent = noise.sent(Sender.SCHOOL, household.mainCarer().person(), household, random);
        writeRows(CsvLine.start(pupil.school().laestab(), pupil.school().urn(), sent.upn(), sent.surname(), sent.forename(), null, printed(sent.born()),
                sent.sex().name(), SchoolList.yearGroup(today, pupil.person().born()), sent.home().line1(), sent.home().town(), sent.home().postcode(),
                parent.surname(), parent.forename(), parent.phone()), attendance);
        String ref = reference(pupil.school(), sent);
        mentions.add(FEED, ref, 1, Role.PUPIL, 0, pupil.person(), household);
        mentions.add(FEED, ref, 1, Role.PARENT, 0, household.mainCarer().person(), household);
    }

    private void writeRows(String pupilCells, Life.Attendance attendance) throws IOException {
        file.keepTogether(attendance.days().size());
        StringBuilder row = new StringBuilder(pupilCells).append(',');
        int start = row.length();
        for (int day = 0; day < attendance.days().size(); day++) {
            row.setLength(start);
            row.append(printed(attendance.days().get(day))).append(',').append(attendance.am(day).code()).append(',').append(attendance.pm(day).code()).append('\n');
            file.append(row);
        }
    }

    /** How the hub knows the pupil: by the pupil number as sent, else by the legal names and birth date as sent. */
    private static String reference(School school, SentPerson sent) {
        return sent.upn() != null ? school.urn() + "/" + sent.upn()
                : String.join("/", school.urn(), sent.surname(), sent.forename(), sent.born() == null ? "" : sent.born().toString());
    }

    private String printed(LocalDate day) {
        return day == null ? null : printedDays.computeIfAbsent(day, DAY::format);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
