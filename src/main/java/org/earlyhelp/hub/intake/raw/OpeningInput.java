package org.earlyhelp.hub.intake.raw;

import java.io.IOException;
import java.io.InputStream;
import javax.crypto.SecretKey;
import org.earlyhelp.hub.format.PortionedInput;

/** Reads what {@link SealingOutput} wrote. {@link DamagedCopy} when it was changed, cut off or sealed with another key. */
final class OpeningInput extends PortionedInput {
    private final InputStream in;
    private final ChunkCipher cipher;
    private byte[] next;
    private int nextLength;
    private boolean ended;

    OpeningInput(InputStream in, SecretKey key) throws IOException {
        super(in);
        this.in = in;
        this.cipher = new ChunkCipher(key, in.readNBytes(ChunkCipher.PREFIX_BYTES));
        readNext();
    }

    @Override
    protected byte[] nextPortion() throws IOException {
        if (ended) {
            return null;
        }
        byte[] sealed = next;
        int length = nextLength;
        readNext();
        ended = nextLength == 0;
        return cipher.open(sealed, length, ended);
    }

    private void readNext() throws IOException {
        next = new byte[ChunkCipher.CHUNK_BYTES + ChunkCipher.TAG_BYTES];
        nextLength = in.readNBytes(next, 0, next.length);
    }
}
