package org.earlyhelp.hub.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Opens files of all formats. Stateless and thread-safe; the readers it gives are neither. */
public final class SourceFormats {
    private SourceFormats() {
    }

    /** A lazy reader over the file, which closes {@code in} with itself. Nothing is read before the first item. */
    public static SourceReader open(SourceFormat format, InputStream in) {
        return open(format, in, ReadingManner.PLAIN);
    }

    /** A lazy reader that reads in that manner. */
    public static SourceReader open(SourceFormat format, InputStream in, ReadingManner manner) {
        AbstractSource source = new GuardedStart(format, strict(format, in));
        source.readAs(manner);
        return source;
    }

    /**
     * Runs through the whole file before anything of it is stored, and finds what refuses all of it: no content,
     * encoding, limits, header, forbidden XML. Closes {@code in}. Throws UncheckedIOException when the disk fails.
     */
    public static Optional<SourceItem.Stop> precheck(SourceFormat format, InputStream in) {
        try (StrictReader text = strict(format, in)) {
            AbstractSource source = new GuardedStart(format, text);
            while (source.hasNext()) {
                if (source.next() instanceof SourceItem.Stop stop) {
                    return stop.wholeFile() ? Optional.of(stop) : drained(text);
                }
                if (format instanceof SourceFormat.Csv || format instanceof SourceFormat.Fixed) {
                    return drained(text);
                }
            }
            return drained(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The columns of a table as its header names them, without those that stand for a key, such as a day. Empty for every other
     * format, and for a header that cannot be read. Whether the line is a header at all is for the caller to judge. Closes {@code in}.
     */
    public static List<String> header(SourceFormat format, InputStream in) {
        try (StrictReader text = strict(format, in)) {
            return format instanceof SourceFormat.Csv csv && !text.peek().isBlank() ? new CsvSource(csv, text).sentHeader() : List.of();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            return List.of();
        }
    }

    /** The parsers stop early or need not run; the encoding and the length of lines still count to the end. */
    private static Optional<SourceItem.Stop> drained(StrictReader text) throws IOException {
        try {
            text.drain();
            return Optional.empty();
        } catch (SourceStopped e) {
            return Optional.of(e.stop());
        }
    }

    private static StrictReader strict(SourceFormat format, InputStream in) {
        return new StrictReader(in, format.charset(), format instanceof SourceFormat.Csv || format instanceof SourceFormat.Hl7
                || format instanceof SourceFormat.Fixed);
    }
}
