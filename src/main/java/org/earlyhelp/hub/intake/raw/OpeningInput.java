package org.earlyhelp.hub.intake.raw;

import java.io.IOException;
import java.io.InputStream;
import javax.crypto.SecretKey;

/** Reads what {@link SealingOutput} wrote. IOException when it was changed, cut off or sealed with another key. */
final class OpeningInput extends InputStream {
    private final InputStream in;
    private final ChunkCipher cipher;
    private byte[] next;
    private int nextLength;
    private byte[] plain = new byte[0];
    private int at;
    private boolean ended;

    OpeningInput(InputStream in, SecretKey key) throws IOException {
        this.in = in;
        this.cipher = new ChunkCipher(key, in.readNBytes(ChunkCipher.PREFIX_BYTES));
        readNext();
    }

    @Override
    public int read() throws IOException {
        return fill() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int some = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, into, offset, some);
        at += some;
        return some;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        while (at == plain.length && !ended) {
            byte[] sealed = next;
            int length = nextLength;
            readNext();
            ended = nextLength == 0;
            plain = cipher.open(sealed, length, ended);
            at = 0;
        }
        return at < plain.length;
    }

    private void readNext() throws IOException {
        next = new byte[ChunkCipher.CHUNK_BYTES + ChunkCipher.TAG_BYTES];
        nextLength = in.readNBytes(next, 0, next.length);
    }
}
