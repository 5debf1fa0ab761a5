package org.earlyhelp.hub.web.counts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Counts that add up to a total, as they may be shown. A total of 5 or more is always shown, so that several lists of
 * the same people say the same. Where they are fewer than 5, or no more than there are names and every part is small, no part
 * is shown, not even one that is 0: a reader could count up what is left.
 */
public record CountList(List<String> names, List<Count> counts, Count total) {
    private static final int LINE = 0;
    private static final int OUTSIDE = 1;

    public CountList {
        names = List.copyOf(names);
        counts = List.copyOf(counts);
    }

    /** The list of what {@code counter} says of each name. */
    public static CountList of(List<String> names, ToLongFunction<String> counter) {
        long[] parts = names.stream().mapToLong(counter).toArray();
        long total = LongStream.of(parts).sum();
        boolean tooFew = Count.isSmall(total) || total > 0 && total <= parts.length && LongStream.of(parts).allMatch(part -> part < Count.SMALLEST_SHOWN);
        BitSet hidden = tooFew ? allOf(parts.length) : Concealment.of(entries(parts, total));
        List<Count> counts = IntStream.range(0, parts.length).mapToObj(i -> Count.of(parts[i], hidden.get(i))).toList();
        return new CountList(names, counts, Count.of(total, Count.isSmall(total)));
    }

    private static BitSet allOf(int size) {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    private static List<Concealment.Entry> entries(long[] parts, long total) {
        List<Concealment.Entry> entries = new ArrayList<>();
        LongStream.of(parts).forEach(part -> entries.add(new Concealment.Entry(LINE, OUTSIDE, part, true, false)));
        entries.add(new Concealment.Entry(LINE, OUTSIDE, total, false, true));
        return entries;
    }

    /** Of that name; throws {@link IndexOutOfBoundsException} when there is none. */
    public Count of(String name) {
        return counts.get(names.indexOf(name));
    }
}
