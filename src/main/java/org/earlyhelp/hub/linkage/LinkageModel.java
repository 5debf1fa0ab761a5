package org.earlyhelp.hub.linkage;

import java.util.List;
import java.util.Set;

/**
 * The door behind which the matching rules stand: fixed rules first, learned weights later. Symmetric, stateless,
 * thread-safe.
 */
public interface LinkageModel {
    /** The keys under which a description is found: two descriptions that share none are never compared. */
    Set<String> blockingKeys(Description description);

    /**
     * Whether two dates of birth may be of one person; where they may not, and no identifier is shared, the two are not
     * compared at all. Dates are written in the digits of a hexadecimal number, such as {@code 0x20190402}: asked for
     * hundreds of people a mention, this must cost next to nothing.
     */
    default boolean mayBeOneBirth(int one, int other) {
        return true;
    }

    /**
     * Whether somebody of whom all that is said says child may be somebody of whom all says adult, while not both state a
     * date of birth; where they may not, and no identifier is shared, the two are not compared at all.
     */
    default boolean mayBeChildAndAdult() {
        return true;
    }

    /** Whether the mention is the person of whom {@code known} is all that is known; {@code known} is not empty. */
    Decision decide(Description mention, List<Description> known);

    /** Whether nothing forbids that two known people are one; asked when a mention joins both. */
    boolean mayBeOne(List<Description> one, List<Description> other);

    /**
     * Whether a corrected mention stays with the person of whom {@code rest} is all else that is known, though nothing
     * would join it anew: joining needs more than staying, so that people do not flap.
     */
    boolean mayStay(Description mention, List<Description> rest);

    /**
     * How two descriptions compare, line by line: first what is assumed before comparing, last the weight as a whole and
     * what it means. Holds no values. Empty while the rules give no weights.
     */
    default List<WeightPart> explain(Description one, Description other) {
        return List.of();
    }
}
