package org.earlyhelp.hub.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the fields of one line from FastCSV: strips them, looks for what may not stand there, and gives the text
 * of the line before again where it is the same, since school, town and date repeat over thousands of rows.
 */
final class CsvFields extends AbstractBaseCsvCallbackHandler<CsvFields> {
    private String[] previous = new String[SourceLimits.COLUMN_LIMIT + 1];
    private final List<String> beyond = new ArrayList<>();
    private String[] values = new String[0];
    private int count;
    private int faultyColumn;
    private boolean keepsBeyond;
    private Texts.Fault fault = Texts.Fault.NONE;

    /** The values of the line, one a column of the header at most; null where blank. */
    String[] values() {
        return values;
    }

    /** How many fields stood in the line, even those past the last column. */
    int count() {
        return count;
    }

    long line() {
        return getStartingLineNumber();
    }

    Texts.Fault fault() {
        return fault;
    }

    int faultyColumn() {
        return faultyColumn;
    }

    /** From here on lines have that many columns; {@code keepBeyond}: what stands past them is kept all the same. */
    void expect(int columns, boolean keepBeyond) {
        previous = new String[columns];
        keepsBeyond = keepBeyond;
    }

    /** The line written anew from its fields, without blanks around them; only where what stands past the last column is kept. */
    String written(char delimiter) {
        return Stream.concat(Arrays.stream(values, 0, Math.min(count, values.length)), beyond.stream()).map(text -> quoted(text, delimiter))
                .collect(Collectors.joining(String.valueOf(delimiter)));
    }

    private static String quoted(String text, char delimiter) {
        boolean plain = text == null || text.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
        return text == null ? "" : plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        values = new String[previous.length];
        count = 0;
        beyond.clear();
        fault = Texts.Fault.NONE;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        count++;
        if (field < values.length) {
            int from = offset;
            int to = offset + length;
            while (from < to && Texts.isBlank(buffer[from])) {
                from++;
            }
            while (to > from && Texts.isBlank(buffer[to - 1])) {
                to--;
            }
            values[field] = from == to ? null : text(field, buffer, from, to);
        } else if (keepsBeyond) {
            beyond.add(new String(buffer, offset, length).strip());
        }
    }

    @Override
    protected CsvFields buildRecord() {
        return this;
    }

    private static boolean isSame(String before, char[] buffer, int from) {
        for (int i = 0; i < before.length(); i++) {
            if (before.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }

    private String text(int field, char[] buffer, int from, int to) {
        String before = previous[field];
        if (before != null && before.length() == to - from && isSame(before, buffer, from)) {
            return before;
        }
        String text = new String(buffer, from, to - from);
        Texts.Fault found = Texts.faultOf(text);
        if (found == Texts.Fault.NONE) {
            previous[field] = text;
        } else if (fault == Texts.Fault.NONE) {
            fault = found;
            faultyColumn = field;
        }
        return text;
    }
}
