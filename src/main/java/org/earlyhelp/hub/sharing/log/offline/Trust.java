package org.earlyhelp.hub.sharing.log.offline;

import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.sharing.log.NoteKey;

/**
 * What whoever verifies brings along.
 *
 * @param logKeys   the log's keys as they are known from elsewhere; none = those in the folder are believed
 * @param since     a checkpoint that was kept elsewhere, a signed note: the log must continue it
 * @param witnesses each must have cosigned one of the checkpoints
 */
public record Trust(List<NoteKey> logKeys, Optional<byte[]> since, List<NoteKey> witnesses) {
    public Trust {
        logKeys = List.copyOf(logKeys);
        witnesses = List.copyOf(witnesses);
    }

    /** Believes the keys that lie beside the log: it proves that the folder is consistent, not whose it is. */
    public static Trust inTheFolder() {
        return new Trust(List.of(), Optional.empty(), List.of());
    }
}
