package org.earlyhelp.hub.identity.household;

import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.linkage.Dwelling;
import org.earlyhelp.hub.person.Role;

/**
 * The newest address of somebody where it stands alone: two records before it name one other home with one voice, or the
 * record itself has the carer of a child where the record before had both; and nobody else of the household is put at the
 * new one. Senders hold old addresses for years, so a lone word waits until a second record says the same. Never waiting: a place that is to stay hidden, where a victim of domestic abuse is, and a
 * place to which a carer and a child are put together. Pure.
 */
public final class LoneWord {
    /** So many records before it must agree, or the newest decides alone. */
    private static final int AGREEING_RECORDS = 2;

    private LoneWord() {
    }

    /** The word that waits, among all that current records say of one person, newest first; empty when the newest decides. */
    public static Optional<Sighting> among(List<Sighting> sightings) {
        List<Sighting> homes = sightings.stream().filter(Sighting::saysHome).limit(1 + AGREEING_RECORDS).toList();
        return homes.size() > 1 && isOutvoted(homes) && !decidesAlone(homes.get(0)) ? Optional.of(homes.get(0)) : Optional.empty();
    }

    private static boolean isOutvoted(List<Sighting> homes) {
        Dwelling before = homes.get(1).named().dwelling();
        boolean agreed = homes.size() > AGREEING_RECORDS && before.isSameAs(homes.get(AGREEING_RECORDS).named().dwelling());
        return !before.isSameAs(homes.get(0).named().dwelling()) && (agreed || hasCarerAt(before, homes.get(0)));
    }

    /** Whether the record that moves a child has a carer of the child at the home of before. */
    private static boolean hasCarerAt(Dwelling home, Sighting child) {
        Statement statement = child.statement();
        return statement.people().stream().anyMatch(adult -> statement.relation(adult, child.named()) != null && home.isSameAs(adult.dwelling()));
    }

    private static boolean decidesAlone(Sighting newest) {
        Named named = newest.named();
        return named.hidesPlace() || named.role() == Role.VICTIM
                || newest.statement().people().stream().anyMatch(other -> isMovedWith(newest, other));
    }

    private static boolean isMovedWith(Sighting newest, Named other) {
        Statement statement = newest.statement();
        return statement.putsTogether(other, newest.named()) || statement.putsTogether(newest.named(), other);
    }
}
