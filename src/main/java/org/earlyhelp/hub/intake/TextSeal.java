package org.earlyhelp.hub.intake;

import java.util.Map;

/** Seals free texts for whichever room keeps them, under the one key of the hub. Thread-safe. */
public interface TextSeal {
    /** Seals named texts under an id of ASCII letters, which is bound in; null when there are none. */
    byte[] seal(String id, Map<String, String> texts);

    /** Opens what was sealed under the same id. Throws IllegalStateException when it is damaged or another's. */
    Map<String, String> open(String id, byte[] sealed);
}
