package org.earlyhelp.hub.format;

import java.io.IOException;
import java.io.InputStream;

/** Hands out what its source gives portion by portion. Not thread-safe. */
public abstract class PortionedInput extends InputStream {
    private final InputStream source;
    private byte[] portion = {};
    private int at;
    private boolean ended;

    /** Closes {@code source} with itself. */
    protected PortionedInput(InputStream source) {
        this.source = source;
    }

    /** The next portion, perhaps an empty one; null at the end. */
    protected abstract byte[] nextPortion() throws IOException;

    @Override
    public final int read() throws IOException {
        return fill() ? portion[at++] & 0xff : -1;
    }

    @Override
    public final int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int some = Math.min(length, portion.length - at);
        System.arraycopy(portion, at, into, offset, some);
        at += some;
        return some;
    }

    @Override
    public final void close() throws IOException {
        source.close();
    }

    private boolean fill() throws IOException {
        while (at == portion.length && !ended) {
            byte[] next = nextPortion();
            ended = next == null;
            portion = ended ? portion : next;
            at = ended ? portion.length : 0;
        }
        return at < portion.length;
    }
}
