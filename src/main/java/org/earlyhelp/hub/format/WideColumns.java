package org.earlyhelp.hub.format;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Columns that repeat over the width of a table, each under a header that holds a key, such as {@code 02/11/2026 AM}.
 * All cells of a row under one key are one record; a key whose cells are blank is none.
 *
 * @param keyName the path under which a record finds its key
 * @param columns the columns under each key, at least one
 */
public record WideColumns(String keyName, List<WideColumn> columns) {
    public WideColumns {
        columns = List.copyOf(columns);
    }

    /** All paths that a record finds here. */
    List<String> names() {
        return Stream.concat(Stream.of(keyName), columns.stream().map(WideColumn::name)).toList();
    }

    /**
     * One column under each key.
     *
     * @param name   the path under which a record finds its cell
     * @param before what a header has before the key; "" when nothing
     * @param form   how a key is written, for people
     * @param after  what a header has after the key; "" when nothing
     * @param isKey  whether what stands between {@code before} and {@code after} in a header is a key
     */
    public record WideColumn(String name, String before, String form, String after, Predicate<String> isKey) {
        /** The header over that key. */
        public String headerOf(String key) {
            return before + key + after;
        }

        /** The key in the header; null when it is no such header. */
        String keyIn(String header) {
            boolean framed = header.length() > before.length() + after.length() && header.startsWith(before) && header.endsWith(after);
            String key = framed ? header.substring(before.length(), header.length() - after.length()) : null;
            return key != null && isKey.test(key) ? key : null;
        }
    }
}
