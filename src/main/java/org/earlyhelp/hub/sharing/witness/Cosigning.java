package org.earlyhelp.hub.sharing.witness;

import org.earlyhelp.hub.sharing.log.SignedNote;

/** What became of a checkpoint that was sent to a witness. */
public sealed interface Cosigning {
    /** The witness's signature was found right and stands under the note. */
    record Cosigned(SignedNote note) implements Cosigning {
    }

    /** The witness saw a checkpoint of another size last: ask again from there; when it is larger than the log, the log was put back. */
    record SeenLast(long size) implements Cosigning {
    }

    /** The witness does not cosign this; {@code changed} when it has cosigned something that this log does not continue. */
    record Refused(boolean changed, String words) implements Cosigning {
    }

    /** Nothing can be said of the log: the witness could not be reached, or did not answer as one. */
    record NoAnswer(String words) implements Cosigning {
    }
}
