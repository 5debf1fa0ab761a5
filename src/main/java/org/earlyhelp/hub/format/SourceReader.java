package org.earlyhelp.hub.format;

import java.util.Iterator;

/**
 * A lazy stream of a file's items. After a {@link SourceItem.Stop} there is nothing more. {@code next} never throws
 * for what the file holds, only UncheckedIOException when the disk fails. Not thread-safe.
 */
public interface SourceReader extends Iterator<SourceItem>, AutoCloseable {
    @Override
    void close();
}
