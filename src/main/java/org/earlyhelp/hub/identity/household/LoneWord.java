package org.earlyhelp.hub.identity.household;

import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.linkage.Dwelling;
import org.earlyhelp.hub.person.Role;

/**
 * The newest address of somebody where it stands alone: two records before it name one other home with one voice, and
 * nobody else of the household is put at the new one. Senders hold old addresses for years, so a lone word waits until a
 * second record says the same. Never waiting: a place that is to stay hidden, where a victim of domestic abuse is, and a
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
        return homes.size() > AGREEING_RECORDS && isOutvoted(homes) && !decidesAlone(homes.get(0)) ? Optional.of(homes.get(0)) : Optional.empty();
    }

    private static boolean isOutvoted(List<Sighting> homes) {
        Dwelling before = homes.get(1).named().dwelling();
        return !before.isSameAs(homes.get(0).named().dwelling()) && homes.stream().skip(1).allMatch(it -> before.isSameAs(it.named().dwelling()));
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
