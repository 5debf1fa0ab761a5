package org.earlyhelp.hub.format;

import java.util.Iterator;
import java.util.List;

/**
 * A lazy stream of a file's items. After a {@link SourceItem.Stop} there is nothing more. {@code next} never throws
 * for what the file holds, only UncheckedIOException when the disk fails. Not thread-safe.
 */
public interface SourceReader extends Iterator<SourceItem>, AutoCloseable {
    /**
     * Reads the text as the one record in the place of the item that came last, by the same header and between what stands around
     * it. Whatever comes of it has that place: more than one item where the text is several records together. Never empty.
     * Asked before the next {@code hasNext}.
     */
    List<SourceItem> reread(SourceLocation at, String record);

    @Override
    void close();
}
