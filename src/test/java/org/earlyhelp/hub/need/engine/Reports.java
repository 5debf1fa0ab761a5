package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;

/** Facts as agencies state them, short. */
final class Reports {
    private Reports() {
    }

    static MissingReport missing(String reportedAt, RiskGrade grade, RiskFlag... flags) {
        return missing(Kind.INITIAL, reportedAt, grade, flags.length == 0 ? null : Set.of(flags), null, null);
    }

    static MissingReport missing(Kind kind, String reportedAt, RiskGrade grade, Set<RiskFlag> flags, String returnedAt, Boolean harm) {
        return new MissingReport(kind, "AVP", Instant.parse(reportedAt), null, MissingReport.MissingFrom.HOME, grade, flags,
                returnedAt == null ? null : Instant.parse(returnedAt), harm);
    }

    static MissingReport returned(String reportedAt, String returnedAt) {
        return missing(Kind.RETURNED, reportedAt, null, null, returnedAt, null);
    }

    static DomesticAbuseReferral abuse(String occurredAt, DomesticAbuseReferral.Grade grade) {
        return abuse(DomesticAbuseReferral.Kind.INITIAL, occurredAt, grade, false);
    }

    static DomesticAbuseReferral abuse(DomesticAbuseReferral.Kind kind, String occurredAt, DomesticAbuseReferral.Grade grade, boolean marac) {
        return new DomesticAbuseReferral(kind, DomesticAbuseReferral.Source.POLICE, Instant.parse(occurredAt),
                grade == null ? null : new DomesticAbuseReferral.Tool("DASH", null, null, grade, null), marac, null, List.of(), null);
    }

    static HealthFindings review(String review, String value, String on) {
        return finding(HealthFindings.Kind.REVIEW, review, value, false, false, on);
    }

    static HealthFindings asq(String area, boolean below, String on) {
        return finding(HealthFindings.Kind.ASQ3, area, below ? "25" : "45", below, false, on);
    }

    static HealthFindings code(String code, String value, String on) {
        return finding(HealthFindings.Kind.CODE, code, value, false, false, on);
    }

    static HealthFindings deleted(HealthFindings.Kind kind, String code, String on) {
        return finding(kind, code, "Y", false, true, on);
    }

    private static HealthFindings finding(HealthFindings.Kind kind, String code, String value, boolean below, boolean deleted, String on) {
        return new HealthFindings(List.of(new HealthFindings.Finding(kind, code, value, below, deleted,
                London.startOf(LocalDate.parse(on)))));
    }

    static Concern concern(String on, String grade, Concern.Status status) {
        return new Concern("PARENTAL_SUBSTANCE_MISUSE", LocalDate.parse(on), grade, status);
    }

    static Involvement involvement(int level, String opened, String closed) {
        return new Involvement("Family Help", level, "J. Okoro", "01632 960001", LocalDate.parse(opened), closed == null ? null : LocalDate.parse(closed));
    }
}
