package org.earlyhelp.hub.sharing.log.offline;

/**
 * What is wrong with a log, at the first place where something is. Holds no content of an entry.
 *
 * @param index    the first entry that is bad or no longer proven; null when it is no single entry's matter
 * @param where    the file, relative to the folder
 * @param what     a plain sentence
 * @param expected null when there is nothing to compare
 * @param found    null when there is nothing to compare
 */
public record LogFault(Long index, String where, String what, String expected, String found) {
    static LogFault at(long index, String where, String what) {
        return new LogFault(index, where, what, null, null);
    }

    static LogFault of(String where, String what) {
        return new LogFault(null, where, what, null, null);
    }

    LogFault compared(Object wanted, Object seen) {
        return new LogFault(index, where, what, String.valueOf(wanted), String.valueOf(seen));
    }

    @Override
    public String toString() {
        String place = index == null ? where : "index " + index + ": " + where;
        return place + ": " + what + (expected == null ? "" : ": expected " + expected + ", found " + found);
    }
}
