package org.earlyhelp.hub.alert.life;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * When an alert of one family speaks for children who are, as far as records tell, a family of their own. A referral of
 * domestic abuse names a victim and children; where it gives a child an old address, or names a child in a way that no
 * record does, that child stands alone, and the one referral would come to the front door twice. So the victim's alert
 * lists the child, and the child gets none. Only what both know is said together: nobody is joined by it. Pure.
 */
public final class SpokenFor {
    /** So many families at most in one alert beside its own; further ones have theirs. */
    public static final int MOST_FAMILIES = 8;

    private SpokenFor() {
    }

    /**
     * A family as it is now.
     *
     * @param carers      of each of its children, wherever they live; a child without any is there with an empty set
     * @param adults      whether it has a member who is no child
     * @param isProtected a place of somebody is hidden, or an identity sealed: then nothing is said together
     */
    public record Household(Set<Long> people, Map<Long, Set<Long>> carers, boolean adults, boolean isProtected) {
        public Household {
            people = Set.copyOf(people);
            carers = Map.copyOf(carers);
        }
    }

    /** Whom a referral of domestic abuse is about. */
    public record Referral(Set<Long> victims, Set<Long> alleged) {
        public Referral {
            victims = Set.copyOf(victims);
            alleged = Set.copyOf(alleged);
        }
    }

    /**
     * Whether an alert of {@code speaker} that rests on all of these referrals may speak for {@code other}, of which they
     * are all that is known: children only, each in the care of a victim who is of the speaker's family, and none of them alleged to have done it.
     *
     * @param referrals one for each piece of evidence; empty speaks for nobody
     */
    public static boolean holds(Household speaker, Household other, Collection<Referral> referrals) {
        boolean childrenOnly = !other.adults && !other.carers.isEmpty();
        return childrenOnly && !speaker.isProtected && !other.isProtected && !referrals.isEmpty()
                && referrals.stream().allMatch(referral -> isOf(referral, speaker, other));
    }

    private static boolean isOf(Referral referral, Household speaker, Household other) {
        return Collections.disjoint(referral.alleged, other.people) && other.carers.values().stream()
                .allMatch(carers -> carers.stream().anyMatch(carer -> referral.victims.contains(carer) && speaker.people.contains(carer)));
    }
}
