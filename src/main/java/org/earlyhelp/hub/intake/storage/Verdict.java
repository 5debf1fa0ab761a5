package org.earlyhelp.hub.intake.storage;

import org.earlyhelp.hub.intake.Stage;

/**
 * The decision on a file.
 *
 * @param reason      a plain sentence for the sender and the operator; null where the stage says all
 * @param duplicateOf receipt of the same content, for DUPLICATE
 * @param heldFor     for HELD, what it waits for
 */
public record Verdict(Stage stage, String reason, String duplicateOf, Wait heldFor) {
    /** Who or what lets a held file go on. */
    public enum Wait { AGREEMENT, OPERATOR }

    public static Verdict of(Stage stage) {
        return new Verdict(stage, null, null, null);
    }

    public static Verdict rejected(String reason) {
        return new Verdict(Stage.REJECTED, reason, null, null);
    }

    public static Verdict duplicateOf(String receipt) {
        return new Verdict(Stage.DUPLICATE, "The same content came before; nothing was changed.", receipt, null);
    }

    public static Verdict held(String reason, Wait heldFor) {
        return new Verdict(Stage.HELD, reason, null, heldFor);
    }
}
