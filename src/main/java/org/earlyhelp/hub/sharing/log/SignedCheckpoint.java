package org.earlyhelp.hub.sharing.log;

import java.util.Collection;
import org.earlyhelp.hub.kernel.Parsed;

/** A checkpoint whose signature was found right, and the note it stands in. Made by signing or by {@link #open} alone. */
public final class SignedCheckpoint {
    private final Checkpoint checkpoint;
    private final SignedNote note;

    private SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {
        this.checkpoint = checkpoint;
        this.note = note;
    }

    /** Signed by each in this order. */
    public static SignedCheckpoint sign(Checkpoint checkpoint, NoteSigner... signers) {
        return new SignedCheckpoint(checkpoint, SignedNote.sign(checkpoint.text(), signers));
    }

    /**
     * Reads a note and checks it: at least one of the log's keys must have signed, and none of them wrongly; the origin must
     * be the name of that key.
     */
    public static Parsed<SignedCheckpoint> open(byte[] note, Collection<NoteKey> logKeys) {
        Parsed<SignedNote> read = SignedNote.parse(note);
        return read instanceof Parsed.Bad<SignedNote> bad ? Parsed.bad(bad.code(), bad.reason()) : open(read.orThrow(), logKeys);
    }

    /** As {@link #open(byte[], Collection)}. */
    public static Parsed<SignedCheckpoint> open(SignedNote note, Collection<NoteKey> logKeys) {
        Parsed<Checkpoint> read = Checkpoint.parse(note.text());
        return read instanceof Parsed.Bad<Checkpoint> bad ? Parsed.bad(bad.code(), bad.reason()) : checked(read.orThrow(), note, logKeys);
    }

    private static Parsed<SignedCheckpoint> checked(Checkpoint stated, SignedNote note, Collection<NoteKey> logKeys) {
        boolean signed = false;
        for (NoteKey key : logKeys) {
            SignatureCheck check = note.check(key);
            if (check == SignatureCheck.WRONG) {
                return Parsed.bad("BAD_SIGNATURE", "the signature of " + key.name() + " is not of this text");
            }
            signed |= check == SignatureCheck.RIGHT && key.name().equals(stated.origin());
        }
        return signed ? Parsed.good(new SignedCheckpoint(stated, note)) : Parsed.bad("NOT_SIGNED", "no key of the log " + stated.origin() + " signed it");
    }

    /** What was signed. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The note as it was read, with signatures of others that were not looked at. */
    public SignedNote note() {
        return note;
    }

    /** Entries under it. */
    public long size() {
        return checkpoint.size();
    }
}
