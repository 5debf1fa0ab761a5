package org.earlyhelp.hub.format;

/** Where a record begins: {@code line} from 1 in the file, {@code record} from 1 among its records. 0 = not known. */
public record SourceLocation(long line, long record) {
}
