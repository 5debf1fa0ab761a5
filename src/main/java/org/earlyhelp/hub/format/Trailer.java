package org.earlyhelp.hub.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of a file, in which its sender says how many lines of records it has: {@code TRAILER,{count}}, {@code BTS|{count}}.
 * {@code {any}} stands for what the hub does not look at. Behind it only blank lines and the closing segment of an HL7 file may
 * come. Immutable.
 */
public final class Trailer {
    /** By which its faults are known in receipts. */
    public static final Set<String> CODES = Set.of("TRAILER_MISSING", "TRAILER_MISMATCH");
    private static final String COUNT = "{count}";
    private static final String ANY = "{any}";
    private final String declared;
    private final String prefix;
    private final Pattern line;
    private final Charset charset;

    private Trailer(String declared, Charset charset) {
        this.declared = declared;
        this.charset = charset;
        this.prefix = declared.substring(0, declared.indexOf('{'));
        StringBuilder regex = new StringBuilder();
        for (String part : declared.split("(?=\\{(count|any)})|(?<=\\{count})|(?<=\\{any})")) {
            regex.append(part.equals(COUNT) ? "\\s*\"?(?<count>[0-9]{1,9})\"?\\s*" : part.equals(ANY) ? ".*?" : Pattern.quote(part));
        }
        this.line = Pattern.compile(regex + "\\s*");
    }

    /** Reads the declaration; empty when it does not begin with a text and hold {@code {count}} once. */
    public static Optional<Trailer> of(String declared, Charset charset) {
        int count = declared.indexOf(COUNT);
        boolean once = count >= 0 && declared.indexOf(COUNT, count + 1) < 0;
        return once && declared.indexOf('{') > 0 && "a\n".getBytes(charset).length == 2 ? Optional.of(new Trailer(declared, charset)) : Optional.empty();
    }

    /** The trailer of a file of so many lines. */
    public String lineOf(long count) {
        return declared.replace(COUNT, Long.toString(count)).replace(ANY, "");
    }

    /** As declared, for people. */
    public String form() {
        return declared;
    }

    /** The file without its trailer. */
    public InputStream cutOff(InputStream in) {
        return new TrailerCut(in, this);
    }

    /** Why the trailer refuses the file; empty when it says what is there. Reads and closes {@code content}; {@code opening} makes a reader of it. */
    public Optional<SourceItem.Stop> fault(InputStream content, Opening opening) {
        TrailerCut cut = new TrailerCut(content, this);
        try (SourceReader reader = opening.open(cut)) {
            long lines = 0;
            long before = -1;
            while (reader.hasNext()) {
                SourceItem item = reader.next();
                lines += item.at().line() == before || item instanceof SourceItem.Stop ? 0 : 1;
                before = item.at().line();
            }
            cut.transferTo(java.io.OutputStream.nullOutputStream());
            return cut.count() < 0 ? Optional.of(missing()) : cut.count() == lines ? Optional.empty() : Optional.of(mismatch(cut.count(), lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a reader of a file of the layout. */
    public interface Opening {
        /** The reader closes the stream. */
        SourceReader open(InputStream in);
    }

    /** The count in that line; -1 when it is no trailer. */
    long countIn(byte[] text, int length) {
        if (length < prefix.length() || !new String(text, 0, Math.min(length, prefix.length()), charset).equals(prefix)) {
            return -1;
        }
        Matcher matcher = line.matcher(new String(text, 0, length, charset));
        return matcher.matches() ? Long.parseLong(matcher.group("count")) : -1;
    }

    private SourceItem.Stop missing() {
        return new SourceItem.Stop(new SourceLocation(0, 0), "TRAILER_MISSING", "The file does not end with its trailer, so it may be cut off.",
                "Send it whole. The last line is " + declared + ", where {count} is the number of lines of records.", true);
    }

    private static SourceItem.Stop mismatch(long said, long lines) {
        return new SourceItem.Stop(new SourceLocation(0, 0), "TRAILER_MISMATCH", "The trailer says " + said + " lines of records, the file has " + lines + ".",
                "Make the file anew and send it again.", true);
    }
}
