package org.earlyhelp.hub.intake;

import java.time.Instant;

/**
 * One form of one layout.
 *
 * @param number      rises with every form of any layout
 * @param version     as the file says
 * @param removed     the file was taken away
 * @param proposedBy  the first of two people; null where nobody was asked
 * @param activatedBy the second, or {@code installation} or {@code demo}; null for a proposal
 */
public record LayoutVersion(int number, String mapping, int version, String sha256, boolean removed, Instant seenAt, String proposedBy, Instant proposedAt,
                            String activatedBy, Instant activatedAt) {
    /** {@code id@version}. */
    public String ref() {
        return mapping + "@" + version;
    }

    /** Whether nobody has put it in force yet. */
    public boolean isProposal() {
        return activatedBy == null;
    }
}
