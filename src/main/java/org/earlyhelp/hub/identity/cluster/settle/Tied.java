package org.earlyhelp.hub.identity.cluster.settle;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.linkage.Decision;
import org.earlyhelp.hub.linkage.Decision.Contradiction;
import org.earlyhelp.hub.linkage.Decision.Join;
import org.earlyhelp.hub.linkage.Decision.Unsure;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;

/**
 * The people who hang together with one: whose records, taken two by two, might be of one person, and so on from each
 * of them. Two records hang together or not whoever they are linked to, so that it is the same set whatever came first.
 */
public final class Tied {
    /** More people than this are not settled together: a value that everybody shares ties them, not who they are. */
    public static final int PEOPLE_LIMIT = 100;

    private final PersonIndex index;
    private final LinkageModel model;

    private Tied(PersonIndex index, LinkageModel model) {
        this.index = index;
        this.model = model;
    }

    /**
     * Everybody who hangs together with the person, the person included; the sealed never do.
     *
     * @throws IllegalArgumentException when they are more than {@link #PEOPLE_LIMIT}
     */
    public static Set<Long> to(PersonIndex index, LinkageModel model, long person) {
        return new Tied(index, model).around(person);
    }

    private Set<Long> around(long person) {
        Set<Long> found = new TreeSet<>(Set.of(person));
        Deque<Long> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            neighbours(open.remove()).stream().filter(found::add).forEach(open::add);
            if (found.size() > PEOPLE_LIMIT) {
                throw new IllegalArgumentException("more than " + PEOPLE_LIMIT + " people hang together there; nothing was changed");
            }
        }
        return found;
    }

    private Collection<Long> neighbours(long person) {
        List<Description> said = index.descriptions(person);
        Set<Long> near = new TreeSet<>();
        for (Description mine : said) {
            index.candidates(mine).stream().filter(other -> other != person && !index.isSealed(other) && mightBe(mine, other)).forEach(near::add);
        }
        return near;
    }

    private boolean mightBe(Description mine, long other) {
        return index.descriptions(other).stream().map(theirs -> model.decide(mine, List.of(theirs))).anyMatch(Tied::ties);
    }

    private static boolean ties(Decision decision) {
        return decision instanceof Join || decision instanceof Unsure || decision instanceof Contradiction;
    }
}
