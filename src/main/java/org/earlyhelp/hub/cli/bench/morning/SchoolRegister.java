package org.earlyhelp.hub.cli.bench.morning;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;
import org.earlyhelp.hub.person.Upn;

/** One school's marks of one day, a row a pupil. The same pupil is the same in every run. */
record SchoolRegister(int school, int firstPupil, int pupils) {
    private static final String HEADER = "LAESTAB,URN,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,NC Year,"
            + "Address Line 1,Town,Postcode,Parent Surname,Parent Forename,Parent Phone,Session Date,AM,PM\n";
    private static final DateTimeFormatter UK = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final LocalDate YOUNGEST = LocalDate.of(2021, 8, 31);
    private static final int SCHOOL_DAYS_OF_AGE = 11 * 365;
    private static final List<String> BEGINNINGS = List.of("Ash", "Bran", "Cal", "Dor", "El", "Fen", "Gar", "Hal", "Ing", "Jor", "Kem", "Lang", "Mar", "Nor", "Os", "Pel", "Quin", "Rad",
            "Sel", "Thorn", "Ul", "Ves", "Wil", "Yar", "Zel");
    private static final List<String> MIDDLES = List.of("a", "ber", "cot", "den", "er", "fi", "gro", "in", "la", "mon", "o", "per", "ri", "sto", "ti", "ver");
    private static final List<String> ENDS = List.of("bury", "combe", "dale", "field", "gate", "ham", "ley", "more", "ridge", "son", "ton", "well", "wick", "worth", "by", "stead");
    private static final List<String> FORENAME_ENDS = List.of("a", "an", "elle", "en", "ia", "ie", "in", "is", "na", "o", "on", "ra", "us", "ya");
    private static final long SEED = 20261123;
    private static final int ABSENT_PERCENT = 6;

    String name() {
        return "register-%04d.csv".formatted(school);
    }

    /** The file of that day. */
    byte[] content(LocalDate day) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int pupil = firstPupil; pupil < firstPupil + pupils; pupil++) {
            row(text, pupil, UK.format(day));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void row(StringBuilder text, int pupil, String day) {
        SplittableRandom random = new SplittableRandom(SEED + 31L * pupil);
        String surname = any(BEGINNINGS, random) + any(MIDDLES, random) + any(ENDS, random);
        LocalDate born = YOUNGEST.minusDays(random.nextInt(SCHOOL_DAYS_OF_AGE));
        text.append(9_990_000 + school).append(',').append(900_000 + school).append(',').append(upn(pupil)).append(',')
                .append(surname).append(',').append(forename(random)).append(",,").append(UK.format(born)).append(',').append(pupil % 2 == 0 ? "F," : "M,")
                .append(Math.max(0, 2026 - born.getYear() - 5)).append(',')
                .append(1 + random.nextInt(200)).append(' ').append(any(BEGINNINGS, random)).append(any(MIDDLES, random)).append(" Road,Avonford,")
                .append("ZZ99 ").append(random.nextInt(10)).append((char) ('A' + random.nextInt(26))).append((char) ('A' + random.nextInt(26))).append(',')
                .append(surname).append(',').append(forename(random)).append(",01632 96").append("%04d".formatted(random.nextInt(1000))).append(',')
                .append(day).append(random.nextInt(100) < ABSENT_PERCENT ? ",I,I\n" : ",/,\\\n");
    }

    private static String forename(SplittableRandom random) {
        return any(BEGINNINGS, random) + any(MIDDLES, random) + any(FORENAME_ENDS, random);
    }

    private static String any(List<String> parts, SplittableRandom random) {
        return parts.get(random.nextInt(parts.size()));
    }

    private static String upn(int pupil) {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            String text = letter + "999%09d".formatted(pupil);
            if (Upn.parse(text).asOptional().isPresent()) {
                return text;
            }
        }
        throw new IllegalStateException("no check letter fits");
    }
}
