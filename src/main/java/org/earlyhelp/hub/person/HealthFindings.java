package org.earlyhelp.hub.person;

import java.time.Instant;
import java.util.List;

/** What one health message observes about a child; the list may be empty (demographics only). */
public record HealthFindings(List<Finding> findings) implements Fact {
    public HealthFindings {
        findings = List.copyOf(findings);
    }

    /**
     * One observation.
     *
     * @param kind       REVIEW: {@code code} REVIEW-ANTENATAL … and {@code value} DONE, NOT_BROUGHT, DECLINED or MISSED;
     *                   ASQ3: {@code code} ASQ3-COMM … and {@code value} the score;
     *                   CODE: {@code code} a SNOMED CT concept and {@code value} Y or N
     * @param belowCutOff the sender's own flag (OBX-8 = L); cut-offs are licensed and never recomputed
     * @param deleted    the observation is withdrawn (OBX-11 = D)
     * @param observedAt OBX-14, else the time of the message
     */
    public record Finding(Kind kind, String code, String value, boolean belowCutOff, boolean deleted, Instant observedAt) {
    }

    /** A health visitor's review, an ASQ-3 score, or a coded finding. */
    public enum Kind { REVIEW, ASQ3, CODE }
}
