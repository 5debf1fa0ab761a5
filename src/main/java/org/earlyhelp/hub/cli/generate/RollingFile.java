package org.earlyhelp.hub.cli.generate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One feed's output as numbered UTF-8 files, a new one begun when one holds enough records. Made with its first
 * record: a feed with none has no file. Not thread-safe.
 */
final class RollingFile implements Closeable {
    private final Path folder;
    private final String name;
    private final String extension;
    private final String header;
    private final int mostRecords;
    private BufferedWriter current;
    private int files;
    private int recordsInCurrent;

    /** {@code header} begins every file and may be empty. */
    RollingFile(Path folder, String name, String extension, String header, int mostRecords) {
        this.folder = folder;
        this.name = name;
        this.extension = extension;
        this.header = header;
        this.mostRecords = mostRecords;
    }

    /** Room for that many records that must stay in one file. */
    void keepTogether(int records) throws IOException {
        if (current == null || recordsInCurrent > 0 && recordsInCurrent + records > mostRecords) {
            begin();
        }
    }

    /** One record, line end included. */
    void append(CharSequence record) throws IOException {
        keepTogether(1);
        current.append(record);
        recordsInCurrent++;
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }

    private void begin() throws IOException {
        close();
        Files.createDirectories(folder);
        files++;
        current = Files.newBufferedWriter(folder.resolve("%s-%04d.%s".formatted(name, files, extension)), StandardCharsets.UTF_8);
        current.append(header);
        recordsInCurrent = 0;
    }
}
