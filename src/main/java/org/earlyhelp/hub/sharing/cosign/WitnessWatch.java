package org.earlyhelp.hub.sharing.cosign;

/** How the log stands with its witness. Thread-safe. */
public interface WitnessWatch {
    WitnessState state();
}
