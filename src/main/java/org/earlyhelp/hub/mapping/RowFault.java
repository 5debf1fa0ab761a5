package org.earlyhelp.hub.mapping;

import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceLocation;

/**
 * One line of a receipt. {@code field} is the sender's own name for the place or null; {@code message} and
 * {@code fix} are plain sentences without any value of the record.
 */
public record RowFault(SourceLocation at, String field, String code, Severity severity, String message, String fix) {
    public enum Severity { ERROR, WARNING }

    /** The fault of a record that cannot be read. */
    public static RowFault of(SourceItem.BadRow bad) {
        return new RowFault(bad.at(), null, bad.code(), Severity.ERROR, bad.message(), bad.fix());
    }

    /** The fault that ends the reading of a file. */
    public static RowFault of(SourceItem.Stop stop) {
        return new RowFault(stop.at(), null, stop.code(), Severity.ERROR, stop.message(), stop.fix());
    }

    /** The warning for a file that is in order and holds no record. */
    public static RowFault noRows() {
        return new RowFault(new SourceLocation(0, 0), null, "NO_ROWS", Severity.WARNING, "The file holds no record.",
                "Nothing to do if there was nothing to send.");
    }
}
