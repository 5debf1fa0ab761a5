package org.earlyhelp.hub.sharing.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** What a witness puts behind its key id (C2SP tlog-cosignature, Ed25519): when, and a signature of that and the note. */
record Cosignature(Instant at, byte[] signature) {
    /** When the bytes are eight of time and 64 of signature; empty otherwise. */
    static Optional<Cosignature> parse(byte[] bytes) {
        if (bytes.length != Long.BYTES + Ed25519.SIGNATURE_BYTES) {
            return Optional.empty();
        }
        ByteBuffer parts = ByteBuffer.wrap(bytes);
        long seconds = parts.getLong();
        byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
        parts.get(signature);
        return seconds < 0 || seconds > Instant.MAX.getEpochSecond() ? Optional.empty() : Optional.of(new Cosignature(Instant.ofEpochSecond(seconds), signature));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES + signature.length).putLong(at.getEpochSecond()).put(signature).array();
    }

    /** What is signed. */
    byte[] message(String noteText) {
        return message(at, noteText);
    }

    static byte[] message(Instant at, String noteText) {
        return ("cosignature/v1\ntime " + at.getEpochSecond() + "\n" + noteText).getBytes(StandardCharsets.UTF_8);
    }
}
