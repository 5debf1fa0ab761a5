package org.earlyhelp.hub.sharing.seal;

/**
 * What the database knows of a key that lies outside.
 *
 * @param number counts the keys of a kind from 1
 * @param mark   tells it from any other: the vkey of a signing key, a fingerprint of a sealing key
 */
public record KnownKey(Kind kind, int number, String mark, State state) {
    /** SIGNING signs checkpoints, SEAL wraps the keys of entries. */
    public enum Kind { SIGNING, SEAL }

    /** RETIRED is needed no more. LOST was given up by people: what only it could do cannot be done any more. */
    public enum State { IN_USE, RETIRED, LOST }

    /** Of its file in the key folder. */
    public String fileName() {
        return KeyFolderFiles.name(kind, number);
    }
}
