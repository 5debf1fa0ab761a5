package org.earlyhelp.hub.sharing.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One signature line of a note.
 *
 * @param name  of the key
 * @param keyId first four bytes of the key's hash
 * @param bytes what the key signed; a kind of key knows its form
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {
    static final String DASH = "\u2014 ";

    public NoteSignature {
        bytes = bytes.clone();
    }

    /** A line without its newline; empty when it is none. */
    public static Optional<NoteSignature> parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length() || !NoteKey.isName(line.substring(DASH.length(), space))) {
            return Optional.empty();
        }
        return StrictBase64.decode(line.substring(space + 1)).filter(read -> read.length > Integer.BYTES)
                .map(read -> new NoteSignature(line.substring(DASH.length(), space), ByteBuffer.wrap(read).getInt(),
                        Arrays.copyOfRange(read, Integer.BYTES, read.length)));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The line without its newline. */
    public String line() {
        byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes).array();
        return DASH + name + " " + StrictBase64.encode(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature signature && line().equals(signature.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }
}
