package org.earlyhelp.hub.web.counts;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which counts of a table must stay unsaid. Each count takes part in two sums (its row's and its column's) and is an edge
 * between them. A reader who knows all sums, and that nothing unsaid is 0, can work an unsaid count out exactly when no other
 * table fits what is shown; two such tables differ by circles through unsaid counts, going up by one and down by one in
 * turn. So a count is safe when it lies on such a circle. Source: cell suppression in two-way tables, Gusfield 1988.
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

        boolean meets(Entry other) {
            return from == other.from || to == other.to;
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
        places().filter(i -> !entries.get(i).known() && Count.isSmall(entries.get(i).count())).forEach(hidden::set);
        for (Optional<Integer> bare = bare(); bare.isPresent(); bare = bare()) {
            hidden.set(cover(entries.get(bare.get())));
        }
    }

    /** A concealed count that can still be worked out. */
    private Optional<Integer> bare() {
        return hidden.stream().filter(i -> !isSafe(i)).boxed().findFirst();
    }

    /** What to conceal beside it: the smallest of its row and column, else the smallest of all. */
    private int cover(Entry bare) {
        Comparator<Integer> nearestSmallest = Comparator.<Integer, Boolean>comparing(i -> !entries.get(i).meets(bare))
                .thenComparing(i -> entries.get(i).count());
        return places().boxed().filter(i -> !hidden.get(i) && !entries.get(i).known() && entries.get(i).count() > 0)
                .min(nearestSmallest).orElseThrow(() -> new IllegalArgumentException("nothing is left to conceal a count with"));
    }

    private boolean isSafe(int place) {
        return Stream.of(true, false).anyMatch(forward -> entries.get(place).mayMove(forward) && closes(place, forward));
    }

    /** Whether a circle that goes through the count in that direction comes back to where it began. */
    private boolean closes(int place, boolean forward) {
        Entry start = entries.get(place);
        int goal = forward ? start.from() : start.to();
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(forward ? start.to() : start.from()));
        while (!open.isEmpty() && !reached.get(goal)) {
            int sum = open.poll();
            hidden.stream().filter(i -> i != place).flatMap(i -> next(entries.get(i), sum)).filter(to -> !reached.get(to)).forEach(to -> {
                reached.set(to);
                open.add(to);
            });
        }
        return reached.get(goal);
    }

    private static IntStream next(Entry entry, int sum) {
        if (entry.from() == sum && entry.mayMove(true)) {
            return IntStream.of(entry.to());
        }
        return entry.to() == sum && entry.mayMove(false) ? IntStream.of(entry.from()) : IntStream.empty();
    }

    private IntStream places() {
        return IntStream.range(0, entries.size());
    }
}
