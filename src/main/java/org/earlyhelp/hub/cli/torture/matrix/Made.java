package org.earlyhelp.hub.cli.torture.matrix;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Small made-up files in the layouts of the contract. */
final class Made {
    static final String POLICE = "avonford-police";
    static final String SCHOOLS = "avonford-schools";
    static final String COUNCIL = "avonford-council";
    static final String MISSING = "missing-children";
    static final String ATTENDANCE = "school-attendance";
    static final String INVOLVEMENTS = "open-involvements";
    static final String HEADER = "LAESTAB,URN,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,NC Year,Address Line 1,Town,Postcode,"
            + "Parent Surname,Parent Forename,Parent Phone,Session Date,AM,PM\n";
    static final String INVOLVEMENT_HEADER = "Case Ref,NHS Number,UPN,Surname,Forename,DOB,Postcode,Service,Level,Lead Worker,Lead Worker Contact,Opened,Closed\n";
    private static final DateTimeFormatter UK_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final LocalDate FIRST_BIRTH = LocalDate.parse("2011-01-03");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-02");
    private static final int DAYS_A_PUPIL = 100;
    private static final int BIRTH_DAYS = 2_000;
    private static final int STRIDE_DAYS = 37;
    private static final String[] SYLLABLES = {"zo", "ba", "ke", "ti", "mu", "wa", "ny", "lo", "fe", "ru"};

    private Made() {
    }

    /** A child like no other: a name made of the word, and a date of birth that follows from it. */
    record Child(String surname, String forename, LocalDate born) {
    }

    /** The same word gives the same child. */
    static Child child(String word) {
        StringBuilder name = new StringBuilder();
        word.chars().forEach(letter -> name.append(Character.isDigit(letter) ? SYLLABLES[letter - '0'] : Character.isLetter(letter) ? String.valueOf((char) letter) : ""));
        int number = Math.floorMod(word.hashCode() * STRIDE_DAYS, BIRTH_DAYS);
        String made = name.toString().toLowerCase(Locale.ROOT);
        return new Child(Character.toUpperCase(made.charAt(0)) + made.substring(1), "Ottoline" + SYLLABLES[number % SYLLABLES.length], FIRST_BIRTH.plusDays(number));
    }

    /** A notice, on one line, of a child missing last night whose risk is judged high: it raises an alert at first contact. */
    static String notice(String ref, int version, Child child) {
        return notice(ref, version, "HIGH", "2026-11-22T21:30:00Z", child);
    }

    static String notice(String ref, int version, String grade, String seenAt, Child child) {
        return """
                {"noticeRef":"%s","version":%d,"kind":"INITIAL","force":"AVON","reportedAt":"%s","lastSeenAt":"%s","missingFrom":"HOME","riskGrade":"%s",\
                "child":{"surname":"%s","forenames":"%s","dateOfBirth":"%s"}}
                """.formatted(ref, version, seenAt, seenAt, grade, child.surname(), child.forename(), child.born());
    }

    /** A pupil's day, present morning and afternoon. */
    static String day(Child child, LocalDate date) {
        return day(child, date, "/", "\\");
    }

    static String day(Child child, LocalDate date, String am, String pm) {
        return "9994001,999001,," + child.surname() + "," + child.forename() + ",," + UK_DAY.format(child.born()) + ",F,7,4 Test Row,Avonford,ZZ99 3VZ,"
                + child.surname() + ",Ada,01632 960001," + UK_DAY.format(date) + "," + am + "," + pm + "\n";
    }

    /** An attendance file of so many rows with its header: a hundred days a pupil, present on each. The word tells its pupils from others. */
    static String days(String word, int rows) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            text.append(day(child(word + i / DAYS_A_PUPIL), FIRST_DAY.plusDays(i % DAYS_A_PUPIL)));
        }
        return text.toString();
    }

    static String involvement(String caseRef, Child child, String closed) {
        return caseRef + ",,," + child.surname() + "," + child.forename() + "," + child.born() + ",ZZ99 3VZ,Family Help,3,J. Okoro,01632 960002,2026-09-01," + closed + "\n";
    }
}
