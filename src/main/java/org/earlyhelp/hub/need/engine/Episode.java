package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;

/**
 * A missing episode as its versions together tell it: reported when the lowest version says, graded and flagged by the
 * highest one that states it.
 *
 * @param grade      null when no version states one
 * @param returnedAt null while the child is missing
 */
record Episode(SourceCase source, Instant reportedAt, RiskGrade grade, Set<RiskFlag> flags, Instant returnedAt, boolean harmSuffered,
               boolean cancelled) {
    static Episode of(SourceCase source) {
        RiskGrade grade = null;
        Set<RiskFlag> flags = Set.of();
        Instant returnedAt = null;
        boolean harmSuffered = false;
        for (HeldRecord version : source.versions()) {
            MissingReport report = (MissingReport) version.fact();
            grade = report.riskGrade() == null ? grade : report.riskGrade();
            flags = report.riskFlags() == null ? flags : report.riskFlags();
            harmSuffered = report.harmSuffered() == null ? harmSuffered : report.harmSuffered();
            returnedAt = returned(version, report, returnedAt);
        }
        boolean cancelled = ((MissingReport) source.highest().fact()).kind() == MissingReport.Kind.CANCELLED;
        return new Episode(source, ((MissingReport) source.lowest().fact()).reportedAt(), grade, flags, returnedAt, harmSuffered, cancelled);
    }

    LocalDate on() {
        return London.dateOf(reportedAt);
    }

    /** Whether any of the flags stands; true for no flags asked. */
    boolean hasAny(Set<RiskFlag> asked) {
        return asked.isEmpty() || flags.stream().anyMatch(asked::contains);
    }

    /** The episode as evidence of a need. */
    Sign sign() {
        return new Sign(source.highest(), on(), reportedAt, "EPISODE:" + source.key());
    }

    /** A return that names no time counts from when the hub heard of it. */
    private static Instant returned(HeldRecord version, MissingReport report, Instant before) {
        if (report.returnedAt() != null) {
            return report.returnedAt();
        }
        return report.kind() == MissingReport.Kind.RETURNED && before == null ? version.receivedAt() : before;
    }
}
