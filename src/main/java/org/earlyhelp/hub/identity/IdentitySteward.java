package org.earlyhelp.hub.identity;

/**
 * What a person decides about identities. Every act is one transaction, recorded as an identity event, and told by
 * {@link IdentityChanged}. References are P- references of people who stand.
 */
public interface IdentitySteward {
    /**
     * Makes two people one: the older reference stays. Lifts an exclusion between them.
     *
     * @return the reference that stays
     * @throws IllegalArgumentException when one is unknown, merged already or sealed, or both are the same
     */
    String merge(String one, String other);

    /**
     * Takes a merge back: the gone person stands again with the mentions it had, in the family it had if its members
     * still fit, and no rule joins the two again.
     *
     * @throws IllegalArgumentException when {@code gone} was not merged into {@code kept}
     */
    default void unmerge(String kept, String gone) {
        unmerge(kept, gone, Hand.HUB);
    }

    /** The same by somebody's hand. */
    void unmerge(String kept, String gone, Hand hand);

    /**
     * Takes one mention out of a person as a new person; no rule joins the two again. The place of the new person is
     * hidden if that of the person was.
     *
     * @return the new reference
     * @throws IllegalArgumentException when the mention is not that person's, or the only one
     */
    String split(String person, long mention, Hand hand);

    /**
     * Judges the person, and everybody who hangs together with that person, anew from their records, so that the order
     * in which these came makes no difference. What people decided stays: whoever was joined or parted by hand is left
     * as they are.
     *
     * @return what came of it
     * @throws IllegalArgumentException when the person is unknown, merged or sealed, or more people hang together than
     *                                  can be judged at once
     */
    Settled settle(String person, Hand hand);

    /**
     * What settling did.
     *
     * @param before how many people hung together
     * @param after  how many they are now
     * @param moved  how many mentions went to another person
     */
    record Settled(int before, int after, int moved) {
    }

    /** Seals an identity: from now on never joined or suggested by a rule, and no history crosses. */
    void seal(String person);
}
