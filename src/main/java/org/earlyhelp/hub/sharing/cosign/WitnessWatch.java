package org.earlyhelp.hub.sharing.cosign;

/** How the log stands with its witness. Thread-safe. */
public interface WitnessWatch {
    /** Calls nobody: as it stood after the last exchange. */
    WitnessState state();
}
