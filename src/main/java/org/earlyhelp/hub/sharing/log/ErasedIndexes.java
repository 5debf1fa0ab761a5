package org.earlyhelp.hub.sharing.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.Parsed;

/**
 * The indexes that an ERASED entry names, ascending and without a double; in its payload a text such as {@code 3,7-9,12}
 * at {@code detail.indexes}.
 */
public record ErasedIndexes(List<Span> spans) {
    /** The members of a payload where the text stands. */
    public static final String MEMBER = "detail";
    public static final String FIELD = "indexes";
    /** Most characters of one text; who erases more writes several entries. */
    public static final int TEXT_LIMIT_CHARACTERS = 100_000;

    private static final Pattern TEXT = Pattern.compile("(?:(?:0|[1-9][0-9]{0,17})(?:-[1-9][0-9]{0,17})?(?:,|$))+(?<!,)");

    /** Indexes one after another, both ends included. */
    public record Span(long first, long last) {
        public Span {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("no span from " + first + " to " + last);
            }
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
        if (text.length() > TEXT_LIMIT_CHARACTERS || !TEXT.matcher(text).matches()) {
            return Parsed.bad("BAD_INDEXES", "expected numbers and spans such as 3,7-9,12");
        }
        List<Span> spans = new ArrayList<>();
        try {
            for (String part : text.split(",")) {
                String[] ends = part.split("-");
                spans.add(new Span(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])));
            }
            return Parsed.good(new ErasedIndexes(spans));
        } catch (IllegalArgumentException e) {
            return Parsed.bad("BAD_INDEXES", "expected ascending numbers, each once");
        }
    }

    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining(","));
    }
}
