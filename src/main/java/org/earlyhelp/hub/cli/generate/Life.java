package org.earlyhelp.hub.cli.generate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;

/** What truly happened to one household, as far as agencies could see it. {@code child} is an index into its children. */
record Life(List<Episode> episodes, List<Incident> incidents, List<Contact> contacts, List<Attendance> attendance, List<OpenCase> cases) {
    Life {
        episodes = List.copyOf(episodes);
        incidents = List.copyOf(incidents);
        contacts = List.copyOf(contacts);
        attendance = List.copyOf(attendance);
        cases = List.copyOf(cases);
    }

    /** The child was reported missing; {@code returnedAt} is null while still away. */
    record Episode(String ref, int child, Instant reportedAt, RiskGrade grade, Set<RiskFlag> flags, Instant returnedAt, boolean harmed) {
        boolean isFlagged(Set<RiskFlag> any) {
            return flags.stream().anyMatch(any::contains);
        }
    }

    /** Domestic abuse; the victim is the main carer. {@code namesChildren}: whether the referral lists them. */
    record Incident(String ref, boolean byPolice, Instant occurredAt, DomesticAbuseReferral.Grade grade, boolean marac, boolean namesChildren, Person perpetrator, int ticks) {
    }

    /** One message of the health visitor. */
    record Contact(String ref, int child, Instant sentAt, List<Observation> observations) {
        boolean isNewBirth() {
            return observations.stream().anyMatch(seen -> seen.code().equals("REVIEW-NEWBIRTH"));
        }
    }

    record Observation(HealthFindings.Kind kind, String code, String value, boolean belowCutOff, LocalDate on) {
    }

    /** The marks of one pupil, two a day, in the order of the days. */
    record Attendance(int child, List<LocalDate> days, List<AttendanceCode> marks) {
        AttendanceCode am(int day) {
            return marks.get(2 * day);
        }

        AttendanceCode pm(int day) {
            return marks.get(2 * day + 1);
        }
    }

    /** An involvement of the council; {@code closed} is null while open. */
    record OpenCase(String ref, int child, String service, int level, String leadWorker, LocalDate opened, LocalDate closed) {
    }
}
