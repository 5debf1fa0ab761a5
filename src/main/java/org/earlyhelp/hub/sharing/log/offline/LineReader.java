package org.earlyhelp.hub.sharing.log.offline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a file as bytes, without their newlines. A line longer than the limit ends the reading. Not thread-safe. */
final class LineReader {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final String file;
    private final int limitBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int start;
    private int end;
    private long lines;

    LineReader(InputStream in, String file, int limitBytes) {
        this.in = in;
        this.file = file;
        this.limitBytes = limitBytes;
    }

    /** The next line; null after the last. Every line must end in a newline. */
    byte[] next() throws IOException {
        byte[] line = new byte[0];
        while (true) {
            int newline = newline();
            if (line.length + newline - start > limitBytes) {
                throw new FaultFound(LogFault.at(lines, file, "line " + (lines + 1) + " is longer than " + limitBytes + " bytes"));
            }
            line = joined(line, newline);
            start = newline + 1;
            if (newline < end) {
                lines++;
                return line;
            }
            if (!fill()) {
                return atTheEnd(line);
            }
        }
    }

    private byte[] atTheEnd(byte[] rest) {
        if (rest.length > 0) {
            throw new FaultFound(LogFault.at(lines, file, "line " + (lines + 1) + " is cut off"));
        }
        return null;
    }

    private int newline() {
        int at = start;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private byte[] joined(byte[] line, int to) {
        byte[] longer = Arrays.copyOf(line, line.length + to - start);
        System.arraycopy(buffer, start, longer, line.length, to - start);
        return longer;
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
