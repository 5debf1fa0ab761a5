package org.earlyhelp.hub.web.counts;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which counts of a table must stay unsaid. Each count takes part in two sums (its row's and its column's) and is an edge
 * between them. A reader who knows all sums, and that nothing unsaid is 0, can work an unsaid count out exactly when no other
 * table fits what is shown; two such tables differ by circles through unsaid counts, going up by one and down by one in
 * turn. So a count is safe when it lies on such a circle, and the cheapest circle says what else to leave unsaid.
 * Source: cell suppression in two-way tables, Gusfield 1988.
 */
final class Concealment {
    private final List<Entry> entries;
    private final BitSet hidden = new BitSet();

    /**
     * One count between two sums.
     *
     * @param raises whether walking from {@code from} to {@code to} raises it: so for cells, not so for the total of one line
     * @param known  a reader knows it anyway, so it is never concealed
     */
    record Entry(int from, int to, long count, boolean raises, boolean known) {
        /** Whether it can be one more, or one less and still not 0. */
        boolean mayMove(boolean forward) {
            return forward == raises || count > 1;
        }

        /** Where a walk from that sum through this count leads; empty where it may not go. */
        OptionalInt next(int sum) {
            if (from == sum && mayMove(true)) {
                return OptionalInt.of(to);
            }
            return to == sum && mayMove(false) ? OptionalInt.of(from) : OptionalInt.empty();
        }
    }

    /** A walk through counts; {@code cost} is the sum of those that would have to be concealed for it. */
    private record Walk(long cost, BitSet through) {
        Walk then(int place, long more) {
            BitSet longer = (BitSet) through.clone();
            longer.set(place);
            return new Walk(cost + more, longer);
        }
    }

    private Concealment(List<Entry> entries) {
        this.entries = entries;
    }

    /** The places in the list that must not be shown; {@link IllegalArgumentException} when known counts give others away. */
    static BitSet of(List<Entry> entries) {
        Concealment concealment = new Concealment(List.copyOf(entries));
        concealment.conceal();
        return concealment.hidden;
    }

    private void conceal() {
        List<Integer> small = IntStream.range(0, entries.size()).filter(i -> !entries.get(i).known() && Count.isSmall(entries.get(i).count())).boxed().toList();
        small.forEach(hidden::set);
        small.forEach(place -> hidden.or(cover(place)));
    }

    /** What to conceal beside it, so that a circle goes through it; what is concealed already costs nothing. */
    private BitSet cover(int place) {
        return Stream.of(true, false).map(forward -> circle(place, forward)).flatMap(Optional::stream).min(Comparator.comparing(Walk::cost))
                .orElseThrow(() -> new IllegalArgumentException("nothing is left to conceal a count with")).through();
    }

    /** The cheapest walk back from where the count leads in that direction. */
    private Optional<Walk> circle(int place, boolean forward) {
        Entry start = entries.get(place);
        if (!start.mayMove(forward)) {
            return Optional.empty();
        }
        Map<Integer, Walk> best = walksFrom(forward ? start.to() : start.from(), place);
        return Optional.ofNullable(best.get(forward ? start.from() : start.to()));
    }

    /** The cheapest walk to each sum, not through {@code without}. */
    private Map<Integer, Walk> walksFrom(int start, int without) {
        Map<Integer, Walk> best = new HashMap<>(Map.of(start, new Walk(0, new BitSet())));
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int sum = open.poll();
            for (int place = 0; place < entries.size(); place++) {
                OptionalInt next = place != without && mayConceal(place) ? entries.get(place).next(sum) : OptionalInt.empty();
                if (next.isPresent() && improves(best, next.getAsInt(), best.get(sum), place)) {
                    open.add(next.getAsInt());
                }
            }
        }
        return best;
    }

    private boolean improves(Map<Integer, Walk> best, int sum, Walk before, int place) {
        long more = hidden.get(place) ? 0 : entries.get(place).count();
        Walk known = best.get(sum);
        if (known != null && known.cost() <= before.cost() + more) {
            return false;
        }
        best.put(sum, before.then(place, more));
        return true;
    }

    private boolean mayConceal(int place) {
        return hidden.get(place) || !entries.get(place).known() && entries.get(place).count() > 0;
    }
}
