package org.earlyhelp.hub.identity.household;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives composed families the ids they had: a family goes on where most of its children are, then most of its people,
 * then where it is oldest. So references stay as stable as the people behind them.
 */
public final class FamilyRegister {
    /**
     * A composed family and its id.
     *
     * @param id       null for a new family
     * @param takeover ids of families that end because their people are here now
     * @param splitOff id of the family that went on elsewhere and lost these people to a new family, or null
     */
    public record Entry(Family family, Long id, List<Long> takeover, Long splitOff) {
    }

    private record Claim(int family, long id, long children, long people) {
    }

    private static final Comparator<Claim> STRONGEST = Comparator.comparingLong(Claim::children).thenComparingLong(Claim::people).reversed()
            .thenComparingLong(Claim::id).thenComparingInt(Claim::family);

    private FamilyRegister() {
    }

    /** Assigns ids; {@code before} is the family of each person until now, without those who had none. */
    public static List<Entry> assign(List<Family> families, Map<Long, Long> before) {
        List<Claim> claims = claims(families, before);
        Map<Integer, Long> idOf = new HashMap<>();
        Set<Long> taken = new HashSet<>();
        for (Claim claim : claims) {
            if (!idOf.containsKey(claim.family) && !taken.contains(claim.id)) {
                idOf.put(claim.family, claim.id);
                taken.add(claim.id);
            }
        }
        Map<Integer, List<Long>> takeovers = new HashMap<>();
        Set<Long> ended = new HashSet<>();
        claims.stream().filter(claim -> !taken.contains(claim.id) && ended.add(claim.id))
                .forEach(claim -> takeovers.computeIfAbsent(claim.family, key -> new ArrayList<>()).add(claim.id));
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < families.size(); i++) {
            int family = i;
            Long origin = idOf.containsKey(i) ? null : claims.stream().filter(claim -> claim.family == family).map(Claim::id).findFirst().orElse(null);
            entries.add(new Entry(families.get(i), idOf.get(i), takeovers.getOrDefault(i, List.of()), origin));
        }
        return entries;
    }

    private static List<Claim> claims(List<Family> families, Map<Long, Long> before) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < families.size(); i++) {
            Map<Long, long[]> counts = new HashMap<>();
            families.get(i).members().forEach((person, role) -> {
                if (before.containsKey(person)) {
                    long[] count = counts.computeIfAbsent(before.get(person), key -> new long[2]);
                    count[0] += role == FamilyRole.CHILD ? 1 : 0;
                    count[1]++;
                }
            });
            int family = i;
            counts.forEach((id, count) -> claims.add(new Claim(family, id, count[0], count[1])));
        }
        claims.sort(STRONGEST);
        return claims;
    }
}
