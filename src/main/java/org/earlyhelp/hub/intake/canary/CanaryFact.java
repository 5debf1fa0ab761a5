package org.earlyhelp.hub.intake.canary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.MissingReport;

/**
 * A sample's fact moved by whole weeks into the last seven days, so that rules that look back still see it and a school day
 * stays one; a worker's name is left out. Stateless.
 */
final class CanaryFact {
    private static final int WEEK_DAYS = 7;
    private static final String WORKER = "Worker of the canary";
    private final Duration by;

    private CanaryFact(LocalDate day, LocalDate today) {
        this.by = Duration.ofDays(Math.floorDiv(ChronoUnit.DAYS.between(day, today), WEEK_DAYS) * WEEK_DAYS);
    }

    /** {@code observedAt} of a notice moved as its fact; null stays null. */
    static Instant moved(Instant observedAt, Fact fact, LocalDate today) {
        return dayOf(fact) == null ? observedAt : new CanaryFact(dayOf(fact), today).moved(observedAt);
    }

    /** One that bears no date stays as it is. */
    static Fact moved(Fact fact, LocalDate today) {
        return dayOf(fact) == null ? fact : new CanaryFact(dayOf(fact), today).moved(fact);
    }

    private static LocalDate dayOf(Fact fact) {
        if (fact instanceof MissingReport report) {
            return London.dateOf(report.reportedAt());
        }
        if (fact instanceof DomesticAbuseReferral referral) {
            return London.dateOf(referral.occurredAt());
        }
        if (fact instanceof HealthFindings health) {
            return health.findings().stream().map(HealthFindings.Finding::observedAt).filter(at -> at != null).max(Instant::compareTo).map(London::dateOf).orElse(null);
        }
        if (fact instanceof AttendanceDay day) {
            return day.date();
        }
        return fact instanceof Concern concern ? concern.date() : ((Involvement) fact).opened();
    }

    private Fact moved(Fact fact) {
        if (fact instanceof MissingReport it) {
            return new MissingReport(it.kind(), it.force(), moved(it.reportedAt()), moved(it.lastSeenAt()), it.missingFrom(), it.riskGrade(), it.riskFlags(), moved(it.returnedAt()),
                    it.harmSuffered());
        }
        if (fact instanceof DomesticAbuseReferral it) {
            return new DomesticAbuseReferral(it.kind(), it.source(), moved(it.occurredAt()), it.tool(), it.maracReferred(), null, it.exposures(), it.perpetratorIsTo());
        }
        if (fact instanceof HealthFindings it) {
            return new HealthFindings(it.findings().stream().map(this::moved).toList());
        }
        if (fact instanceof AttendanceDay it) {
            return new AttendanceDay(it.laestab(), it.urn(), it.yearGroup(), moved(it.date()), it.am(), it.pm());
        }
        if (fact instanceof Concern it) {
            return new Concern(it.code(), moved(it.date()), it.grade(), it.status());
        }
        Involvement it = (Involvement) fact;
        return new Involvement(it.service(), it.level(), WORKER, null, moved(it.opened()), moved(it.closed()));
    }

    private HealthFindings.Finding moved(HealthFindings.Finding it) {
        return new HealthFindings.Finding(it.kind(), it.code(), it.value(), it.belowCutOff(), it.deleted(), moved(it.observedAt()));
    }

    private Instant moved(Instant at) {
        return at == null ? null : at.plus(by);
    }

    private LocalDate moved(LocalDate day) {
        return day == null ? null : day.plusDays(by.toDays());
    }
}
