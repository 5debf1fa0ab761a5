package org.earlyhelp.hub.alert.life;

import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.MissingReport;

/**
 * A piece of evidence as it stood when a need or harm test rested on it.
 *
 * @param evidence {@code agency/feed/ULID@version}
 * @param people   P- references its mentions were linked to
 * @param marks    attendance marks then held, see {@link EvidenceState#marks()}
 */
public record Footing(String evidence, String fingerprint, Set<String> people, Map<String, String> marks) {
    private static final char NO_MARK = ' ';

    public Footing {
        people = Set.copyOf(people);
        marks = Map.copyOf(marks);
    }

    /**
     * Whether it was taken back: erased, linked to other people, cancelled, corrected or downgraded. News that only goes
     * on from it (a return, a case closed, further marks, a review done) takes nothing back.
     */
    public boolean isTakenBack(EvidenceState now) {
        return now == null || !now.people().containsAll(people) || isCorrected(now);
    }

    private boolean isCorrected(EvidenceState now) {
        if (now.fact() instanceof AttendanceDay) {
            return marks.entrySet().stream().anyMatch(month -> aMarkChanged(month.getValue(), now.marks().get(month.getKey())));
        }
        if (now.fact() instanceof HealthFindings health && health.findings().stream().anyMatch(finding -> now.deletedCodes().contains(finding.code()))) {
            return true;
        }
        boolean replaced = !now.current() || !now.fingerprint().equals(fingerprint);
        return replaced && takesBack(now.latest(), now.fact());
    }

    private static boolean takesBack(Fact latest, Fact before) {
        if (latest instanceof MissingReport report) {
            return takesBack(report, (MissingReport) before);
        }
        if (latest instanceof Involvement involvement) {
            return involvement.closed() == null;
        }
        if (latest instanceof Concern concern) {
            return concern.status() == Concern.Status.OPEN;
        }
        return latest instanceof DomesticAbuseReferral || latest instanceof HealthFindings;
    }

    private static boolean takesBack(MissingReport latest, MissingReport before) {
        return switch (latest.kind()) {
            case INITIAL, CORRECTION, CANCELLED -> true;
            case RISK_CHANGE -> before.riskGrade() == null || isLower(latest, before);
            case RETURNED -> isLower(latest, before);
        };
    }

    private static boolean isLower(MissingReport latest, MissingReport before) {
        return latest.riskGrade() != null && before.riskGrade() != null && latest.riskGrade().compareTo(before.riskGrade()) < 0;
    }

    private static boolean aMarkChanged(String then, String now) {
        if (now == null) {
            return true;
        }
        for (int i = 0; i < then.length(); i++) {
            if (then.charAt(i) != NO_MARK && then.charAt(i) != now.charAt(i)) {
                return true;
            }
        }
        return false;
    }
}
