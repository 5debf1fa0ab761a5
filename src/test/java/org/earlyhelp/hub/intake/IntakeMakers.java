package org.earlyhelp.hub.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.MentionedPersonBuilder;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.person.Upn;

/** Makers of notices for tests of this room. */
public final class IntakeMakers {
    public static final Instant REPORTED = Instant.parse("2026-11-21T22:10:00Z");

    private IntakeMakers() {
    }

    public static MentionedPersonBuilder aChild() {
        return MentionedPerson.builder().surname("Okafor").forenames("Chidi").dateOfBirth(LocalDate.parse("2012-04-02"));
    }

    /** A missing notice about one child. */
    public static Notice missing(String ref, int version, MissingReport.RiskGrade grade, MentionedPersonBuilder child) {
        return missing(ref, version, false, grade, child);
    }

    public static Notice missing(String ref, int version, boolean correction, MissingReport.RiskGrade grade, MentionedPersonBuilder child) {
        return new Notice(ref, version, correction, null, List.of(new Mention(Role.CHILD, 0, null, child.build())),
                new MissingReport(MissingReport.Kind.INITIAL, "AVP", REPORTED, null, null, grade, null, null, null),
                Map.of("circumstances", "Last seen near the river."), List.of());
    }

    public static Notice involvement(String ref, Instant observedAt, LocalDate closed) {
        return new Notice(ref, 1, false, observedAt, List.of(new Mention(Role.CHILD, 0, null, aChild().build())),
                new Involvement("Family Help", 3, "J. Okoro", null, LocalDate.parse("2026-09-01"), closed), Map.of(), List.of());
    }

    /** One pupil's day; known by UPN when there is one, else by name and date of birth. */
    public static Notice pupilDay(String upn, String forename, String date, AttendanceCode am, AttendanceCode pm) {
        MentionedPerson pupil = MentionedPerson.builder().surname("Okafor").forenames(forename).dateOfBirth(LocalDate.parse("2012-04-02"))
                .upn(upn == null ? null : Upn.parse(upn).orThrow()).build();
        String ref = upn == null ? "999001/Okafor/" + forename + "/2012-04-02" : "999001/" + upn;
        return new Notice(ref, 1, false, null, List.of(new Mention(Role.PUPIL, 0, null, pupil)),
                new AttendanceDay("9994001", "999001", "7", LocalDate.parse(date), am, pm), Map.of(), List.of());
    }
}
