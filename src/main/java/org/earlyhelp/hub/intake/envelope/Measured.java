package org.earlyhelp.hub.intake.envelope;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Where the content goes while it is unpacked: stops a bomb by size, and by how much comes out of how little. */
final class Measured extends FilterOutputStream {
    /** As much as a plain file may have. */
    static final long SIZE_LIMIT_BYTES = 2L << 30;
    /** So many bytes may come out of one; the most repetitive registers give 40. */
    static final int RATIO_LIMIT = 100;
    /** Below this the ratio is not looked at: a small file of one value repeated is no bomb. */
    static final long RATIO_FROM_BYTES = 16L << 20;
    private static final int PART_BYTES = 8_192;
    private final Watched from;
    private final long sizeLimit;
    private IOException failure;
    private long bytes;

    Measured(OutputStream out, Watched from, long sizeLimit) {
        super(out);
        this.from = from;
        this.sizeLimit = sizeLimit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
        count(length);
        try {
            out.write(content, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Reads what is not wanted to its end; it counts as what is, since unpacking it costs the same. */
    void passOver(InputStream content) throws IOException {
        byte[] part = new byte[PART_BYTES];
        for (int length = content.read(part); length >= 0; length = content.read(part)) {
            count(length);
        }
    }

    private void count(int length) throws EnvelopeFault {
        bytes += length;
        if (bytes > sizeLimit) {
            throw EnvelopeFault.limit("Unpacked, the file is larger than " + sizeLimit + " bytes.", "Send it in parts.");
        }
        if (bytes > RATIO_FROM_BYTES && bytes / RATIO_LIMIT > from.bytes()) {
            throw EnvelopeFault.limit("Unpacked, the file is more than " + RATIO_LIMIT + " times as large as packed.", "Send it as it is, not packed.");
        }
    }

    /** The failure of the disk, however a parser wrapped it; null while there was none. */
    IOException failure() {
        return failure;
    }
}
