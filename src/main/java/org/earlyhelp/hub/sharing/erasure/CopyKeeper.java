package org.earlyhelp.hub.sharing.erasure;

/**
 * Something outside the database's transactions that may hold copies about people: raw files, folders, the broker. Cleared
 * after the database, in ascending {@link #order}; may be asked again at any time, also after a crash half-way.
 */
public interface CopyKeeper {
    /** As the pages name it, such as {@code raw files}. */
    String name();

    /** Lower comes first; the same for two means that it does not matter. */
    int order();

    /** Takes every copy out. Throws a RuntimeException when the place cannot be reached: asked again later. */
    Cleared clear(Traces traces);

    /**
     * What came of it.
     *
     * @param count how many copies were taken out
     * @param waits why some are left for now, a plain sentence without values; null when none is: asked again until then
     */
    record Cleared(long count, String waits) {
        /** Nothing is left there. */
        public static Cleared all(long count) {
            return new Cleared(count, null);
        }
    }
}
