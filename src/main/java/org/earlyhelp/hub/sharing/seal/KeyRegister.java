package org.earlyhelp.hub.sharing.seal;

import java.util.List;
import java.util.Optional;

/** What the database knows of the keys outside it. */
public interface KeyRegister {
    /** Every key of both kinds, lost and given up ones too. */
    List<KnownKey> known();

    /** Notes a key that is new. */
    void add(KnownKey key);

    /** Notes what became of a known key. */
    void set(KnownKey.Kind kind, int number, KnownKey.State state);

    /** Whether anything in the database was sealed or signed already. */
    boolean holdsLog();

    /** The name under which the log signs; empty before the first checkpoint. */
    Optional<String> origin();
}
