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

    /** A stage that needs no reason. */
    public static Verdict of(Stage stage) {
        return new Verdict(stage, null, null, null);
    }

    /** Nothing of the file is taken. */
    public static Verdict rejected(String reason) {
        return new Verdict(Stage.REJECTED, reason, null, null);
    }

    /** What was taken of the file stands, and the rest of it never comes. */
    public static Verdict brokenOff(String reason) {
        return new Verdict(Stage.PARTIAL, reason, null, null);
    }

    /** The content came before, under that receipt. */
    public static Verdict duplicateOf(String receipt) {
        return new Verdict(Stage.DUPLICATE, "The same content came before; nothing was changed.", receipt, null);
    }

    /** The file waits, and goes on once what it waits for is there. */
    public static Verdict held(String reason, Wait heldFor) {
        return new Verdict(Stage.HELD, reason, null, heldFor);
    }
}
