package org.earlyhelp.hub.mapping;

import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceLocation;

/**
 * One line of a receipt. {@code field} is the sender's own name for the place or null; {@code message} and
 * {@code fix} are plain sentences without any value of the record.
 */
public record RowFault(SourceLocation at, String field, String code, Severity severity, String message, String fix) {
    /** A record with an ERROR is refused; with WARNINGs alone it is taken. */
    public enum Severity { ERROR, WARNING }

    /** The fault of a record that cannot be read. */
    public static RowFault of(SourceItem.BadRow bad) {
        return new RowFault(bad.at(), bad.field(), bad.code(), Severity.ERROR, bad.message(), bad.fix());
    }

    /** The fault that ends the reading of a file. */
    public static RowFault of(SourceItem.Stop stop) {
        return new RowFault(stop.at(), null, stop.code(), Severity.ERROR, stop.message(), stop.fix());
    }

    /** The fault of a file that holds too many bad records; {@code limit} is the share, above 0 to 1, from which it is refused. */
    public static RowFault tooManyBad(long bad, long records, double limit) {
        String message = "%d of %d records are bad; this feed takes a file only with less than %s%% of them.".formatted(bad, records, Math.round(limit * 1000) / 10.0);
        return new RowFault(new SourceLocation(0, 0), null, "TOO_MANY_BAD_ROWS", Severity.ERROR, message,
                "Check that the file has the layout of this feed, then send it again.");
    }

    /** The warning for a file that is in order and holds no record. */
    public static RowFault noRows() {
        return new RowFault(new SourceLocation(0, 0), null, "NO_ROWS", Severity.WARNING, "The file holds no record.",
                "Nothing to do if there was nothing to send.");
    }
}
