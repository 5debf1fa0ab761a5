package org.earlyhelp.hub.identity.review;

import java.time.Instant;

/**
 * Two people a steward is asked about, by the references that stand for them now. Names nobody.
 *
 * @param one         P- reference; of the older of the two
 * @param other       P- reference; the same as {@code one} once they are joined
 * @param oneFamily   F- reference or null; likewise {@code otherFamily}
 * @param reason      code of the linkage reason why the hub could not decide
 * @param why         the same as a sentence
 * @param weight      match weight (log2 odds) the rules gave, or null; shown only after a decision
 * @param evidenceAt  when a record last raised the doubt
 * @param version     counts the acts: a form made at an older one is stale
 * @param keptApart   a decision elsewhere keeps the two apart: nobody needs to ask
 * @param placeHidden the place of one of both is hidden
 * @param sealed      one of both is sealed: the pair is not shown and not decided
 * @param decidedBy   account of whoever acted last, or null
 */
public record ReviewPair(long id, String one, String other, String oneFamily, String otherFamily, String reason, String why, Double weight,
                         Instant raisedAt, Instant evidenceAt, ReviewState state, int version, boolean keptApart, boolean placeHidden,
                         boolean sealed, String decidedBy, Instant decidedAt) {
    /** Whether the two are one by now. */
    public boolean isJoined() {
        return one.equals(other);
    }

    /** Whether somebody should look at it: two people, nothing decided, neither sealed. */
    public boolean isAsked() {
        return state.isWaiting() && !isJoined() && !keptApart && !sealed;
    }

    /** Left open, and nothing new since. */
    public boolean isSunk() {
        return state == ReviewState.NOT_SURE && !evidenceAt.isAfter(decidedAt);
    }
}
