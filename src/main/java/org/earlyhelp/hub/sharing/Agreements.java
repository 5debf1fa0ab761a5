package org.earlyhelp.hub.sharing;

import java.util.Optional;

/** What the disclosure policy must know of the agreements. */
public interface Agreements {
    /** The agency's agreement, whatever its dates; empty when it has none. */
    Optional<Agreement> agreementOf(String agency);

    /** The controller, and the terms for what the hub works out. */
    Borough borough();
}
