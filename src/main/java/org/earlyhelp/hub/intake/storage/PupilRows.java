package org.earlyhelp.hub.intake.storage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.earlyhelp.hub.intake.AttendanceMonth;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.person.Role;

/** What one delivery says of one pupil: the newest description, and the marks by month with the rows that gave them. */
final class PupilRows {
    private static final int DAYS = 31;
    private final String sourceRef;
    private final Map<YearMonth, MonthRows> months = new TreeMap<>();
    private List<Mention> mentions;
    private AttendanceDay day;
    private LocalDate lastDate = LocalDate.MIN;
    private long rows;

    /** The marks of a month, and how many rows spoke of each day. */
    record MonthRows(AttendanceMonth marks, int[] rowsOfDay) {
    }

    PupilRows(String sourceRef) {
        this.sourceRef = sourceRef;
    }

    /** Notes one row; returns true when it opens a month. */
    boolean add(Notice notice, AttendanceDay stated, long arrival) {
        mentions = notice.mentions();
        day = stated;
        rows++;
        lastDate = stated.date().isAfter(lastDate) ? stated.date() : lastDate;
        YearMonth month = YearMonth.from(stated.date());
        MonthRows known = months.get(month);
        MonthRows at = known == null ? new MonthRows(AttendanceMonth.empty(month), new int[DAYS]) : known;
        if (known == null) {
            months.put(month, at);
        }
        at.marks().put(stated.date(), false, stated.am(), arrival);
        at.marks().put(stated.date(), true, stated.pm(), arrival);
        at.rowsOfDay()[stated.date().getDayOfMonth() - 1]++;
        return known == null;
    }

    /** Takes over the rows of the same pupil under an older key; where both speak of a session, this one's mark stands. */
    void takeOver(PupilRows older) {
        rows += older.rows;
        lastDate = older.lastDate.isAfter(lastDate) ? older.lastDate : lastDate;
        older.months.forEach((month, theirs) -> months.merge(month, theirs, (mine, other) -> {
            other.marks().take(mine.marks());
            for (int i = 0; i < DAYS; i++) {
                other.rowsOfDay()[i] += mine.rowsOfDay()[i];
            }
            return other;
        }));
    }

    /** Every key under which the pupil may be known. */
    List<String> keys() {
        return keyWithoutUpn().map(key -> List.of(sourceRef, key)).orElse(List.of(sourceRef));
    }

    /** Drops what is said of days up to that one; returns how many rows went. Without a month left nothing is said of the pupil. */
    long dropUntil(LocalDate until) {
        long dropped = 0;
        for (YearMonth month : List.copyOf(months.keySet())) {
            MonthRows at = months.get(month);
            LocalDate last = month.atEndOfMonth().isAfter(until) ? until : month.atEndOfMonth();
            for (LocalDate day = month.atDay(1); !day.isAfter(last); day = day.plusDays(1)) {
                dropped += at.rowsOfDay()[day.getDayOfMonth() - 1];
                at.rowsOfDay()[day.getDayOfMonth() - 1] = 0;
                at.marks().clear(day);
            }
            if (Arrays.stream(at.rowsOfDay()).sum() == 0) {
                months.remove(month);
            }
        }
        rows -= dropped;
        return dropped;
    }

    String sourceRef() {
        return sourceRef;
    }

    Map<YearMonth, MonthRows> months() {
        return months;
    }

    List<Mention> mentions() {
        return mentions;
    }

    /** The school without date and marks: the record's fact. */
    AttendanceDay school() {
        return new AttendanceDay(day.laestab(), day.urn(), day.yearGroup(), null, null, null);
    }

    LocalDate lastDate() {
        return lastDate;
    }

    long rows() {
        return rows;
    }

    byte[] fingerprint() {
        return Fingerprint.of(mentions, school());
    }

    /**
     * The key under which this pupil was known before a UPN was: {@code URN/SURNAME/FORENAME/yyyy-MM-dd}. Empty for a
     * pupil without UPN, name or date of birth.
     */
    Optional<String> keyWithoutUpn() {
        return mentions.stream().filter(mention -> mention.role() == Role.PUPIL).map(Mention::person)
                .filter(pupil -> pupil.upn() != null && pupil.surname() != null && pupil.forenames() != null && pupil.dateOfBirth() != null)
                .findFirst().map(keyOf());
    }

    private Function<MentionedPerson, String> keyOf() {
        return pupil -> day.urn() + "/" + pupil.surname() + "/" + pupil.forenames() + "/" + pupil.dateOfBirth();
    }
}
