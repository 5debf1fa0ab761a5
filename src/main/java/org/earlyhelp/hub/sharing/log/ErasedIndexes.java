package org.earlyhelp.hub.sharing.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.Parsed;

/**
 * The indexes that an ERASED entry names, ascending and without a double; in its payload a text such as {@code 3,7-9,12}
 * at {@code detail.indexes}.
 */
public record ErasedIndexes(List<Span> spans) {
    /** The members of a payload where the text stands. */
    public static final String MEMBER = "detail";
    /** Within {@link #MEMBER}. */
    public static final String FIELD = "indexes";
    /** Most characters of one text; who erases more writes several entries. */
    public static final int TEXT_LIMIT_CHARACTERS = 100_000;

    /** Indexes one after another, both ends included. */
    public record Span(long first, long last) {
        public Span {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("no span from " + first + " to " + last);
            }
        }

        private static Span parse(String text) {
            int dash = text.indexOf('-');
            return new Span(Long.parseLong(dash < 0 ? text : text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
        }

        private String text() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    /** Throws IllegalArgumentException unless the spans ascend with a gap between them. */
    public ErasedIndexes {
        spans = List.copyOf(spans);
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).first() <= spans.get(i - 1).last() + 1) {
                throw new IllegalArgumentException("spans overlap or touch at " + spans.get(i).first());
            }
        }
    }

    /** In any order; doubles count once. */
    public static ErasedIndexes of(Collection<Long> indexes) {
        List<Span> spans = new ArrayList<>();
        for (long index : new TreeSet<>(indexes)) {
            int end = spans.size() - 1;
            if (end >= 0 && spans.get(end).last() + 1 == index) {
                spans.set(end, new Span(spans.get(end).first(), index));
            } else {
                spans.add(new Span(index, index));
            }
        }
        return new ErasedIndexes(spans);
    }

    /** The reverse of {@link #text}; anything else is bad. */
    public static Parsed<ErasedIndexes> parse(String text) {
        try {
            List<Span> spans = new ArrayList<>();
            for (String part : text.length() > TEXT_LIMIT_CHARACTERS ? new String[0] : text.split(",", -1)) {
                spans.add(Span.parse(part));
            }
            ErasedIndexes read = new ErasedIndexes(spans);
            return read.text().equals(text) ? Parsed.good(read) : Parsed.bad("BAD_INDEXES", "expected numbers and spans such as 3,7-9,12");
        } catch (IllegalArgumentException e) {
            return Parsed.bad("BAD_INDEXES", "expected ascending numbers and spans, each number once");
        }
    }

    /** Such as {@code 3,7-9,12}; read back by {@link #parse}. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining(","));
    }
}
