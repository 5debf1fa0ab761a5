package org.earlyhelp.hub.intake.raw;

import java.io.IOException;
import java.io.OutputStream;
import javax.crypto.SecretKey;
import org.earlyhelp.hub.kernel.Ids;

/** Writes a stream encrypted; {@link #finish} seals the last chunk. Without it the copy counts as cut off. */
final class SealingOutput extends OutputStream {
    private final OutputStream out;
    private final ChunkCipher cipher;
    private final byte[] chunk = new byte[ChunkCipher.CHUNK_BYTES];
    private int filled;

    SealingOutput(OutputStream out, SecretKey key) throws IOException {
        byte[] prefix = Ids.randomBytes(ChunkCipher.PREFIX_BYTES);
        this.out = out;
        this.cipher = new ChunkCipher(key, prefix);
        out.write(prefix);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (filled == chunk.length) {
                out.write(cipher.seal(chunk, filled, false));
                filled = 0;
            }
            int some = Math.min(length - done, chunk.length - filled);
            System.arraycopy(bytes, offset + done, chunk, filled, some);
            filled += some;
            done += some;
        }
    }

    void finish() throws IOException {
        out.write(cipher.seal(chunk, filled, true));
        out.flush();
    }
}
