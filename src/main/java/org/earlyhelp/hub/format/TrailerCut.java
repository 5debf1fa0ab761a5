package org.earlyhelp.hub.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Hands a file out without its trailer. A line that looks like one is held back until it is known whether anything follows that
 * may not; then it is no trailer and is handed out as any line.
 */
final class TrailerCut extends PortionedInput {
    /** A longer line is no trailer. */
    static final int LINE_LIMIT_BYTES = 1_024;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] CLOSING_SEGMENT = {'F', 'T', 'S'};
    private final InputStream in;
    private final Trailer trailer;
    private final byte[] read = new byte[BUFFER_BYTES];
    private byte[] held = {};
    private byte[] line = {};
    private boolean inLongLine;
    private long count = -1;
    private boolean ended;

    TrailerCut(InputStream in, Trailer trailer) {
        super(in);
        this.in = in;
        this.trailer = trailer;
    }

    /** What the trailer says; -1 while there is none. Final once the end was read. */
    long count() {
        return count;
    }

    @Override
    protected byte[] nextPortion() throws IOException {
        if (ended) {
            return null;
        }
        int length = in.read(read);
        Gathered out = new Gathered();
        if (length < 0) {
            ended = true;
            endLine(out);
        } else {
            split(length, out);
        }
        return out.bytes();
    }

    private void split(int length, Gathered out) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (read[i] == '\n' || read[i] == '\r') {
                append(start, i + 1, out);
                endLine(out);
                start = i + 1;
            }
        }
        append(start, length, out);
    }

    private void append(int from, int to, Gathered out) {
        if (inLongLine || line.length + to - from > LINE_LIMIT_BYTES) {
            release(out);
            out.add(line, line.length);
            line = new byte[0];
            out.add(Arrays.copyOfRange(read, from, to), to - from);
            inLongLine = true;
        } else {
            line = joined(line, Arrays.copyOfRange(read, from, to));
        }
    }

    private void endLine(Gathered out) {
        if (inLongLine) {
            inLongLine = false;
            return;
        }
        long said = trailer.countIn(line, withoutEnd(line));
        if (said >= 0) {
            release(out);
            count = said;
            held = line;
        } else if (count >= 0 && mayFollow()) {
            held = joined(held, line);
        } else {
            release(out);
            out.add(line, line.length);
        }
        line = new byte[0];
    }

    /** What was held back was no trailer. */
    private void release(Gathered out) {
        out.add(held, held.length);
        held = new byte[0];
        count = -1;
    }

    private boolean mayFollow() {
        int length = withoutEnd(line);
        boolean blank = true;
        for (int i = 0; i < length; i++) {
            blank &= line[i] == ' ' || line[i] == '\t';
        }
        return held.length < LINE_LIMIT_BYTES && (blank || length >= 3 && Arrays.equals(Arrays.copyOf(line, 3), CLOSING_SEGMENT));
    }

    private static int withoutEnd(byte[] line) {
        int length = line.length;
        while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) {
            length--;
        }
        return length;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Bytes that are handed out next. */
    private static final class Gathered {
        private byte[] bytes = new byte[BUFFER_BYTES];
        private int length;

        void add(byte[] more, int count) {
            if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
            }
            System.arraycopy(more, 0, bytes, length, count);
            length += count;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }
    }
}
