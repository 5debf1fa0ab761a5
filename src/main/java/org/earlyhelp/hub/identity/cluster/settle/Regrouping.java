package org.earlyhelp.hub.identity.cluster.settle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.earlyhelp.hub.identity.cluster.Known;
import org.earlyhelp.hub.identity.cluster.MentionLinker;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.cluster.Placement;
import org.earlyhelp.hub.linkage.LinkageModel;

/**
 * Places the mentions of people anew as if nobody had been known, the fullest first, in an order that does not depend
 * on their arrival. People about whom somebody decided stay as they are, and the others are placed around them.
 */
public final class Regrouping {
    /** Numbers of people made on the way; above any number the database gives. */
    private static final long FIRST_NEW = 1L << 50;

    private final PersonIndex index;
    private final PersonIndex scratch;
    private final MentionLinker linker;
    private long next = FIRST_NEW;

    private Regrouping(PersonIndex index, LinkageModel model) {
        this.index = index;
        this.scratch = new PersonIndex(model);
        this.linker = new MentionLinker(model, scratch);
    }

    /**
     * The mentions of the given people as they belong together, each group in ascending order.
     *
     * @param people  who hangs together; see {@link Tied}
     * @param decided those of them about whom somebody decided
     */
    public static List<List<Long>> of(PersonIndex index, LinkageModel model, Set<Long> people, Set<Long> decided) {
        Regrouping regrouping = new Regrouping(index, model);
        decided.forEach(regrouping::keep);
        people.stream().filter(person -> !decided.contains(person)).flatMap(person -> index.mentions(person).stream()).map(index::known)
                .sorted(Fullest.FIRST).forEach(regrouping::place);
        return regrouping.groups(people);
    }

    private void keep(long person) {
        index.mentions(person).forEach(mention -> scratch.add(person, index.known(mention)));
        index.keptApartFrom(person).forEach(other -> scratch.keepApart(person, other));
    }

    private void place(Known mention) {
        Placement placement = linker.place(mention);
        long person = placement.person() == null ? next++ : placement.person();
        scratch.add(person, mention);
        placement.sameToo().forEach(other -> join(scratch.personOf(mention.mentionId()), other));
    }

    private void join(long one, long other) {
        long gone = Math.max(one, other);
        scratch.mentions(gone).forEach(mention -> scratch.move(mention, Math.min(one, other)));
        scratch.keptApartFrom(gone).forEach(apart -> scratch.keepApart(Math.min(one, other), apart));
    }

    private List<List<Long>> groups(Collection<Long> people) {
        Map<Long, List<Long>> groups = new TreeMap<>();
        people.forEach(person -> index.mentions(person).forEach(mention ->
                groups.computeIfAbsent(scratch.personOf(mention), key -> new ArrayList<>()).add(mention)));
        groups.values().forEach(group -> group.sort(null));
        return List.copyOf(groups.values());
    }
}
