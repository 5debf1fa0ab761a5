package org.earlyhelp.hub.sharing.log;

import java.util.Arrays;

/**
 * What a commitment was made of. Erasing destroys it and leaves the commitment.
 *
 * @param salt    {@value SharingEntry#SALT_BYTES} bytes
 * @param payload canonical JSON by RFC 8785
 */
public record Opening(byte[] salt, String payload) {
    public Opening {
        salt = salt.clone();
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    /** Whether this is what the commitment was made of; never for a salt of another length. */
    public boolean opens(Commitment commitment) {
        return salt.length == SharingEntry.SALT_BYTES && Commitment.of(salt, payload).equals(commitment);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Opening opening && Arrays.equals(salt, opening.salt) && payload.equals(opening.payload);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt) ^ payload.hashCode();
    }

    /** Says nothing of the content. */
    @Override
    public String toString() {
        return "an opening";
    }
}
