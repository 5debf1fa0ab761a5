package org.earlyhelp.hub.sharing.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.earlyhelp.hub.kernel.Parsed;

/** A public key that signs notes (C2SP signed-note), as a line of text: {@code name+id+base64(kind || key)}, called vkey. */
public final class NoteKey {
    /** Most characters of a name. */
    public static final int NAME_LIMIT_CHARACTERS = 255;

    /** What a signature of the key says. */
    public enum Kind {
        /** By the log itself: this is the note. */
        LOG(0x01),
        /** By a witness (C2SP tlog-cosignature, version 1): seen at that time, and consistent with all seen before. */
        WITNESS(0x04);

        private final byte letter;

        Kind(int letter) {
            this.letter = (byte) letter;
        }
    }

    private final String name;
    private final Kind kind;
    private final byte[] publicKey;

    private NoteKey(String name, Kind kind, byte[] publicKey) {
        this.name = name;
        this.kind = kind;
        this.publicKey = publicKey;
    }

    /** Throws IllegalArgumentException for a name with spaces or plus signs, and for a key that is not Ed25519. */
    public static NoteKey of(String name, Kind kind, PublicKey key) {
        if (!isName(name)) {
            throw new IllegalArgumentException("a key's name has 1 to " + NAME_LIMIT_CHARACTERS + " characters, none of them a space, a plus sign or a control character");
        }
        return new NoteKey(name, kind, Ed25519.bytes(key));
    }

    /** The reverse of {@link #vkey}; keys of other kinds than these two are bad. */
    public static Parsed<NoteKey> parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length < 3 || !isName(parts[0])) {
            return bad("expected name+id+key");
        }
        Optional<byte[]> material = StrictBase64.decode(parts[2]);
        if (material.isEmpty() || material.get().length != 1 + Ed25519.PUBLIC_KEY_BYTES) {
            return bad("after the second + stands the base 64 of " + (1 + Ed25519.PUBLIC_KEY_BYTES) + " bytes");
        }
        Optional<Kind> kind = Arrays.stream(Kind.values()).filter(one -> one.letter == material.get()[0]).findFirst();
        if (kind.isEmpty()) {
            return bad("neither the key of a log (Ed25519, 0x01) nor that of a witness (0x04)");
        }
        NoteKey key = new NoteKey(parts[0], kind.get(), Arrays.copyOfRange(material.get(), 1, material.get().length));
        return key.hexId().equals(parts[1]) ? Parsed.good(key) : bad("the id does not belong to the name and the key");
    }

    /** The origin of a log, or the name of a witness. */
    public String name() {
        return name;
    }

    /** What a signature of the key says. */
    public Kind kind() {
        return kind;
    }

    /** The first four bytes of SHA-256(name || newline || kind || key): tells keys apart, proves nothing. */
    public int id() {
        return ByteBuffer.wrap(Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), material())).getInt();
    }

    /** The key as text, in the form of signed notes: name, key id and key. */
    public String vkey() {
        return name + "+" + hexId() + "+" + StrictBase64.encode(material());
    }

    /** Whether a signature of a note is of this key: its text, not yet whether it is right. */
    boolean isOf(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id();
    }

    /** Whether the bytes after the key id sign {@code text} as this kind of key does. */
    boolean verifies(String text, byte[] signed) {
        if (kind == Kind.LOG) {
            return signed.length == Ed25519.SIGNATURE_BYTES && Ed25519.verify(publicKey, text.getBytes(StandardCharsets.UTF_8), signed);
        }
        return Cosignature.parse(signed).map(cosigned -> Ed25519.verify(publicKey, cosigned.message(text), cosigned.signature())).orElse(false);
    }

    private byte[] material() {
        byte[] bytes = new byte[1 + publicKey.length];
        bytes[0] = kind.letter;
        System.arraycopy(publicKey, 0, bytes, 1, publicKey.length);
        return bytes;
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id()).toLowerCase(Locale.ROOT);
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= NAME_LIMIT_CHARACTERS
                && name.codePoints().noneMatch(letter -> letter == '+' || Character.isWhitespace(letter) || Character.isSpaceChar(letter) || Character.isISOControl(letter));
    }

    private static Parsed<NoteKey> bad(String reason) {
        return Parsed.bad("BAD_KEY", reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key && vkey().equals(key.vkey());
    }

    @Override
    public int hashCode() {
        return vkey().hashCode();
    }

    @Override
    public String toString() {
        return vkey();
    }
}
