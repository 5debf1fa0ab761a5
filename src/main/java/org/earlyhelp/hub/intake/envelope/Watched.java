package org.earlyhelp.hub.intake.envelope;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Counts what is read, remembers the end of it, and a failure of what it reads from, which parsers wrap. */
final class Watched extends FilterInputStream {
    /** So much of the end is remembered; a zip's closing record with a short comment fits in. */
    static final int END_BYTES = 1_024;
    private final byte[] end = new byte[END_BYTES];
    private long bytes;
    private IOException failure;

    Watched(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int read = in.read(into, offset, length);
            for (int i = Math.max(0, read - END_BYTES); i < read; i++) {
                end[(int) ((bytes + i) % END_BYTES)] = into[offset + i];
            }
            bytes += Math.max(0, read);
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return read(new byte[(int) Math.min(count, END_BYTES)], 0, (int) Math.min(count, END_BYTES));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    long bytes() {
        return bytes;
    }

    IOException failure() {
        return failure;
    }

    /** The last bytes that were read. */
    byte[] end() {
        int length = (int) Math.min(bytes, END_BYTES);
        byte[] ordered = new byte[length];
        for (int i = 0; i < length; i++) {
            ordered[i] = end[(int) ((bytes - length + i) % END_BYTES)];
        }
        return Arrays.copyOf(ordered, length);
    }
}
