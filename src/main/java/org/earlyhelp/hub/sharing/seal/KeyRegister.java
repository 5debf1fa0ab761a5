package org.earlyhelp.hub.sharing.seal;

import java.util.List;
import java.util.Optional;

/** What the database knows of the keys outside it. */
public interface KeyRegister {
    List<KnownKey> known();

    void add(KnownKey key);

    void set(KnownKey.Kind kind, int number, KnownKey.State state);

    /** Whether anything in the database was sealed or signed already. */
    boolean holdsLog();

    /** The name under which the log signs; empty before the first checkpoint. */
    Optional<String> origin();
}
