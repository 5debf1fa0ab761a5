package org.earlyhelp.hub.sharing.log;

/** What became of looking for a key's signature under a note. */
public enum SignatureCheck {
    /** The key signed this text. */
    RIGHT,
    /** There is a signature under the key's name and id that is not of this text: the note is not to be trusted at all. */
    WRONG,
    /** The key did not sign. */
    ABSENT
}
