package org.earlyhelp.hub.person;

import java.time.Instant;
import java.util.Set;

/**
 * One version of a police missing-child notice. An episode is agency + notice reference; fields that are null
 * in a higher version are inherited from the one below.
 *
 * @param reportedAt    when the child was reported missing; never null (falls back to last seen, then returned)
 * @param riskGrade     the police's own grade, never recomputed; null = not stated here
 * @param riskFlags     null = not stated here (inherited), empty = none
 * @param harmSuffered  on return; null = not stated
 */
public record MissingReport(Kind kind, String force, Instant reportedAt, Instant lastSeenAt, MissingFrom missingFrom,
                            RiskGrade riskGrade, Set<RiskFlag> riskFlags, Instant returnedAt, Boolean harmSuffered) implements Fact {
    public enum Kind { INITIAL, RISK_CHANGE, RETURNED, CANCELLED, CORRECTION }

    public enum MissingFrom { HOME, CARE, SCHOOL, HOSPITAL, OTHER }

    public enum RiskGrade { NO_APPARENT_RISK, LOW, MEDIUM, HIGH }

    public enum RiskFlag { CSE, CCE, SELF_HARM, DOMESTIC_ABUSE, MEDICAL, DISABILITY, NRM }

    public MissingReport {
        riskFlags = riskFlags == null ? null : Set.copyOf(riskFlags);
    }
}
