package org.earlyhelp.hub.sharing.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.StartFailure;

/** Holds the keys at hand against what the database knows of them. Thread-safe. */
final class KeyComparison {
    private final KeyRegister register;
    private final List<String> faults = new ArrayList<>();

    KeyComparison(KeyRegister register) {
        this.register = register;
    }

    /** What was wrong with what the database knew, a sentence each; mended since. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** Every key at hand is what the database knows under its number; it is told of new ones. */
    synchronized void compare(List<KnownKey> atHand, List<KnownKey> known, boolean begun) {
        Map<String, KnownKey> byName = known.stream().collect(Collectors.toMap(key -> KeyFolderFiles.name(key.kind(), key.number()), Function.identity()));
        for (KnownKey key : atHand) {
            String name = KeyFolderFiles.name(key.kind(), key.number());
            KnownKey told = byName.get(name);
            if (told == null) {
                noteGap(known, key, begun);
                register.add(key);
            } else if (!told.mark().equals(key.mark())) {
                throw new StartFailure("key file " + name + " holds another key than the one that the database's sharing log was made with: restore the key folder that "
                        + "belongs to this database. Nothing was changed.");
            }
        }
    }

    /** A key that is new has the next number; a lower one must have been known before. */
    private void noteGap(List<KnownKey> known, KnownKey key, boolean begun) {
        int newest = known.stream().filter(other -> other.kind() == key.kind()).mapToInt(KnownKey::number).max().orElse(0);
        if (begun && (newest == 0 || key.number() < newest)) {
            faults.add("table sharing_key: the row of " + KeyFolderFiles.name(key.kind(), key.number()) + " was deleted; it was written again at the start");
        }
    }
}
