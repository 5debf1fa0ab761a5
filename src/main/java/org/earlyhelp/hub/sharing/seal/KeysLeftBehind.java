package org.earlyhelp.hub.sharing.seal;

import java.nio.file.Path;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.seal.KnownKey.Kind;
import org.earlyhelp.hub.sharing.seal.KnownKey.State;

/** Leaves keys behind: one that is lost for good, or those of a log that is no more. */
public final class KeysLeftBehind {
    private KeysLeftBehind() {
    }

    /**
     * Notes, outside the database, that the file of a key is lost for good: from now on the hub starts without it. Throws
     * StartFailure when the file is there, or no such key is known.
     */
    public static void giveUp(Path folder, KeyRegister register, Kind kind, int number) {
        KeyFolderFiles files = new KeyFolderFiles(folder);
        KnownKey lost = register.known().stream().filter(key -> key.kind() == kind && key.number() == number).findFirst()
                .orElseThrow(() -> new StartFailure("the database knows no key " + KeyFolderFiles.name(kind, number) + "; nothing was changed"));
        if (files.has(kind, number)) {
            throw new StartFailure("key file " + KeyFolderFiles.name(kind, number) + " is there: only a key that is lost can be given up; nothing was changed");
        }
        files.giveUp(lost);
        register.set(kind, number, State.LOST);
    }

    /**
     * For a demonstration whose data folder was emptied while its key folder was not: sets the keys of the former log aside, so that a
     * new log begins. Nothing happens where the database holds a log.
     */
    public static void setFormerLogAside(Path folder, KeyRegister register) {
        if (!register.holdsLog() && register.known().isEmpty()) {
            new KeyFolderFiles(folder).setLogAside();
        }
    }
}
