package org.earlyhelp.hub.identity;

import java.util.List;

/**
 * News inside the transaction: people or families were merged or split, so that needs, evidence and alerts of the
 * gone ones move to the kept ones, and receivers re-key.
 *
 * @param kept       P- or F- reference that stands (for a split: the one that was split)
 * @param gone       P- or F- reference taken over (for a split: the new one)
 * @param familyIds  database ids of all families concerned, the kept one first; of both kinds of news
 * @param familyRefs their F- references in the same order
 */
public record IdentityChanged(Kind kind, String kept, String gone, List<Long> familyIds, List<String> familyRefs) {
    /** MERGED joins {@code gone} into {@code kept}; SPLIT parts {@code gone} from it. */
    public enum Kind { PERSON_MERGED, PERSON_SPLIT, FAMILY_MERGED, FAMILY_SPLIT }
}
