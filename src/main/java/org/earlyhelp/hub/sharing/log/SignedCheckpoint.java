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

    public static SignedCheckpoint sign(Checkpoint checkpoint, NoteSigner... signers) {
        return new SignedCheckpoint(checkpoint, SignedNote.sign(checkpoint.text(), signers));
    }

    /**
     * Reads a note and checks it: at least one of the log's keys must have signed, and none of them wrongly; the origin must
     * be the name of that key.
     */
    public static Parsed<SignedCheckpoint> open(byte[] note, Collection<NoteKey> logKeys) {
        return SignedNote.parse(note) instanceof Parsed.Good<SignedNote> good ? open(good.value(), logKeys)
                : Parsed.bad("BAD_NOTE", ((Parsed.Bad<SignedNote>) SignedNote.parse(note)).reason());
    }

    /** As {@link #open(byte[], Collection)}. */
    public static Parsed<SignedCheckpoint> open(SignedNote note, Collection<NoteKey> logKeys) {
        if (!(Checkpoint.parse(note.text()) instanceof Parsed.Good<Checkpoint> good)) {
            return Parsed.bad("BAD_CHECKPOINT", ((Parsed.Bad<Checkpoint>) Checkpoint.parse(note.text())).reason());
        }
        boolean signed = false;
        for (NoteKey key : logKeys) {
            SignatureCheck check = note.check(key);
            if (check == SignatureCheck.WRONG) {
                return Parsed.bad("BAD_SIGNATURE", "the signature of " + key.name() + " is not of this text");
            }
            signed |= check == SignatureCheck.RIGHT && key.name().equals(good.value().origin());
        }
        return signed ? Parsed.good(new SignedCheckpoint(good.value(), note))
                : Parsed.bad("NOT_SIGNED", "no key of the log " + good.value().origin() + " signed it");
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    public SignedNote note() {
        return note;
    }

    public long size() {
        return checkpoint.size();
    }
}
