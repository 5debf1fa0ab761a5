package org.earlyhelp.hub.identity;

import java.util.Collection;
import java.util.Optional;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.Traces;

/** Works out what belongs to a person, following merges, so that it can be taken out. Changes nothing. Thread-safe. */
public interface ErasureScope {
    /**
     * Everything of the person behind a reference, merged or standing: all references, every version of every record. People
     * who are known from these records alone go with them. Empty when nobody is known under that reference.
     */
    Optional<Erasure> ofPerson(String ref);

    /** The same for these records as wholes: the people known from nothing else go with them. */
    Erasure ofRecords(Collection<Long> records);

    /** The same for what these records say of some people in a role, nobody else's part. */
    Erasure ofMentions(Collection<Long> mentions);

    /** By what copies elsewhere are known to be about them. Holds values: seal it. */
    Traces traces(Erasure erasure);

    /** Whether a service of the council says that it works with any of them now. */
    boolean areWorkedWith(Collection<String> refs);

    /** F- references of the families these people are in. */
    Collection<String> familiesOf(Collection<String> refs);
}
