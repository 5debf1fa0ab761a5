package org.earlyhelp.hub.sharing.cosign;

import java.time.Instant;

/**
 * How the log stands with its witness.
 *
 * @param configured whether a witness is set at all
 * @param size       entries under the checkpoint cosigned last; 0 = none
 * @param at         when the witness signed it; null = never
 * @param words      one plain sentence
 */
public record WitnessState(boolean configured, long size, Instant at, String words) {
    static WitnessState none() {
        return new WitnessState(false, 0, null, "No witness is set: who holds the key folder and the database could still rewrite the log together. See the runbook witness-the-log.");
    }
}
