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
    /** CANCELLED as the highest version takes the episode out of every rule, a later CORRECTION puts it back; RETURNED changes no need. */
    public enum Kind { INITIAL, RISK_CHANGE, RETURNED, CANCELLED, CORRECTION }

    /** Where the child should have been. */
    public enum MissingFrom { HOME, CARE, SCHOOL, HOSPITAL, OTHER }

    /** The grades of the College of Policing, the least first. */
    public enum RiskGrade { NO_APPARENT_RISK, LOW, MEDIUM, HIGH }

    /** CSE and CCE: sexual and criminal exploitation; NRM: referred as a possible victim of modern slavery. */
    public enum RiskFlag { CSE, CCE, SELF_HARM, DOMESTIC_ABUSE, MEDICAL, DISABILITY, NRM }

    public MissingReport {
        riskFlags = riskFlags == null ? null : Set.copyOf(riskFlags);
    }
}
