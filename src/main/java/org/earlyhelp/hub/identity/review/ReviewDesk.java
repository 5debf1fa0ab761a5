package org.earlyhelp.hub.identity.review;

import java.util.List;
import java.util.Optional;

/**
 * Where a person answers what the hub could not decide. Every act is one transaction of the identity lane, kept with who
 * and why; a decided pair is not asked again until the decision is undone.
 */
public interface ReviewDesk {
    /** The pairs somebody should look at, newest doubt last, those left open at the end; at most {@code limit}. */
    List<ReviewPair> asked(int limit);

    /** A pair; empty when there is none, or when one of both is sealed. */
    Optional<ReviewPair> find(long pair);

    /** What was done about a pair, oldest first. */
    List<ReviewStep> steps(long pair);

    /** The merge a decision made and nobody has taken back; empty for every other pair. */
    Optional<Joined> joined(long pair);

    /** P- references of who stands and who was merged into them. */
    record Joined(String kept, String gone) {
    }

    /** How the rules weigh the two, for after a decision; empty while the rules give no weights, or the two are one. */
    List<PairWeights.Weight> weights(ReviewPair pair);

    /** How many pairs wait, and for what. */
    ReviewCounts counts();

    /** They are one person: joins them, or waits for a second person where a hidden place is touched. */
    ReviewAnswer same(ReviewForm form);

    /** They are two people: no rule joins them from now on. */
    ReviewAnswer different(ReviewForm form);

    /** Nobody can tell: it stays open and comes last until a record says something new. */
    ReviewAnswer notSure(ReviewForm form);

    /** The second person says the same: joins them. Must be somebody else than the first. */
    ReviewAnswer confirm(ReviewForm form);

    /** The second person does not agree: the pair is open again. */
    ReviewAnswer decline(ReviewForm form);

    /** Takes the last decision back: parts what was joined, or lets the question be asked again. */
    ReviewAnswer undo(ReviewForm form);
}
