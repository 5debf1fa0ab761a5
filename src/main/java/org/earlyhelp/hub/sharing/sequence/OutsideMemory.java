package org.earlyhelp.hub.sharing.sequence;

import java.util.Collection;
import java.util.Optional;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.NoteKey;

/** Remembers, where nobody who works on the database alone can change it, what the log signed. */
public interface OutsideMemory {
    /** The newest checkpoint remembered of the log of that origin, signed by one of the keys; empty when there is none or it cannot be had now. */
    Optional<Checkpoint> last(String origin, Collection<NoteKey> keys);
}
