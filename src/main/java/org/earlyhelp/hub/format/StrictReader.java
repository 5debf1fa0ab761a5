package org.earlyhelp.hub.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes a file without ever replacing a byte, skips a byte order mark, counts lines, and stops at a line or a
 * record that is too long: a stop is thrown as {@link SourceStopped} and remembered, because parsers wrap exceptions.
 */
final class StrictReader extends Reader {
    private static final int BUFFER_SIZE = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_SIZE).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_SIZE).flip();
    private final boolean lineLimited;
    private long allowance = Long.MAX_VALUE;
    private long line = 1;
    private long lineLength;
    private boolean lastWasReturn;
    private boolean started;
    private boolean inputEnded;
    private boolean finished;
    private SourceItem.Stop stop;
    private IOException failure;

    /** {@code lineLimited}: a line longer than {@link SourceLimits#RECORD_LIMIT_CHARACTERS} stops the stream. */
    StrictReader(InputStream in, Charset charset, boolean lineLimited) {
        this.in = in;
        this.charset = charset;
        this.lineLimited = lineLimited;
        decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The stop that this reader threw, however a parser wrapped it; null while there was none. */
    SourceItem.Stop stop() {
        return stop;
    }

    /** The failure of the disk, however a parser wrapped it; null while there was none. */
    IOException failure() {
        return failure;
    }

    /** From here on, {@link SourceLimits#RECORD_LIMIT_CHARACTERS} more may be read until the next call. */
    void beginRecord() {
        allowance = SourceLimits.RECORD_LIMIT_CHARACTERS;
    }

    /** Up to the first 64 K characters, without taking them. */
    String peek() throws IOException {
        return chars.hasRemaining() || fill() ? chars.toString() : "";
    }

    /** Reads to the end, to find what would stop the stream. */
    void drain() throws IOException {
        do {
            chars.position(chars.limit());
        } while (fill());
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!chars.hasRemaining() && !fill()) {
            return -1;
        }
        int taken = Math.min(length, chars.remaining());
        chars.get(target, offset, taken);
        allowance -= taken;
        if (allowance < 0) {
            throw stopped("LIMIT_EXCEEDED", "A record is longer than " + SourceLimits.RECORD_LIMIT_CHARACTERS + " characters.",
                    "Send the file as the layout describes it, one record after another.");
        }
        return taken;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        if (finished) {
            return false;
        }
        chars.clear();
        while (chars.position() == 0) {
            CoderResult result = decoder.decode(bytes, chars, inputEnded);
            if (result.isError()) {
                countLines();
                throw badEncoding();
            }
            if (chars.position() == 0 && inputEnded) {
                decoder.flush(chars);
                if (chars.position() == 0) {
                    chars.flip();
                    finished = true;
                    return false;
                }
            } else if (chars.position() == 0) {
                readBytes();
            }
        }
        if (!started && chars.get(0) == BYTE_ORDER_MARK) {
            chars.flip().get();
            chars.compact();
        }
        started = true;
        countLines();
        return chars.hasRemaining() || fill();
    }

    private void readBytes() throws IOException {
        bytes.compact();
        try {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            inputEnded = read < 0;
            bytes.position(bytes.position() + Math.max(read, 0));
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        bytes.flip();
    }

    /** Counts the lines of what was decoded and makes it readable. CR, LF and CRLF each end a line. */
    private void countLines() throws IOException {
        char[] text = chars.array();
        int end = chars.position();
        int lineStart = 0;
        for (int i = 0; i < end; i++) {
            char c = text[i];
            if (c > '\r') {
                continue;
            }
            if (c == '\n' || c == '\r') {
                boolean secondOfPair = c == '\n' && (i > 0 ? text[i - 1] == '\r' : lastWasReturn);
                checkLineLength(lineLength + i - lineStart);
                line += secondOfPair ? 0 : 1;
                lineLength = 0;
                lineStart = i + 1;
            }
        }
        lineLength += end - lineStart;
        lastWasReturn = end > 0 ? text[end - 1] == '\r' : lastWasReturn;
        checkLineLength(lineLength);
        chars.flip();
    }

    private void checkLineLength(long length) throws SourceStopped {
        if (lineLimited && length > SourceLimits.RECORD_LIMIT_CHARACTERS) {
            throw stopped("LIMIT_EXCEEDED", "A line is longer than " + SourceLimits.RECORD_LIMIT_CHARACTERS + " characters.",
                    "End each record with a line break, as the layout describes.");
        }
    }

    private SourceStopped badEncoding() {
        return stopped("BAD_ENCODING", "A byte at line " + line + ", column " + (lineLength + 1) + " is not " + charset.name()
                + "; the whole file is refused.", "Save or export the file as " + charset.name() + " and send it again.");
    }

    private SourceStopped stopped(String code, String message, String fix) {
        stop = new SourceItem.Stop(new SourceLocation(line, 0), code, message, fix, true);
        return new SourceStopped(stop);
    }
}
