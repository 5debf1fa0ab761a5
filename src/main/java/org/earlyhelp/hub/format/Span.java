package org.earlyhelp.hub.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters of a text by their place, both counted from 1 and both within: {@code 9-38}, or {@code 9} alone. */
public record Span(int first, int last) {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})(?:-([1-9]\\d{0,4}))?");

    /** Throws IllegalArgumentException when it is no such place, with a reason that follows "is". */
    public static Span parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no place such as 9-38");
        }
        Span span = new Span(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2) == null ? form.group(1) : form.group(2)));
        if (span.last < span.first) {
            throw new IllegalArgumentException("no place: it ends before it begins");
        }
        return span;
    }

    /** Whether a character belongs to both. */
    public boolean overlaps(Span other) {
        return first <= other.last && other.first <= last;
    }

    /** What stands there, as far as the text goes; "" when it ends before. */
    public String in(String text) {
        return text.substring(Math.min(first - 1, text.length()), Math.min(last, text.length()));
    }
}
