package org.earlyhelp.hub.sharing.seal;

/** What became of opening a sealed payload. */
public sealed interface Unsealed {
    /** The payload as it was sealed. */
    record Open(String payload) implements Unsealed {
    }

    /** The key of that number is not in the key folder. */
    record KeyMissing(int number) implements Unsealed {
    }

    /** It was changed or cut, or is another entry's. */
    record Changed() implements Unsealed {
    }
}
