package org.earlyhelp.hub.intake.storage;

import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.intake.DeliveryError;

/**
 * What becomes of a file that is not read for its records: of a recall, of a checksum, of a file without the checksum it needs.
 *
 * @param effect runs in the transaction of the decision, before it, with the id of the delivery
 * @param target receipt of the file that the effect changes; null when it changes no other
 */
public record EarlyAnswer(Verdict verdict, List<DeliveryError> errors, Consumer<Long> effect, String target) {
    private static final Consumer<Long> NOTHING = id -> { };

    /** Nothing else happens. */
    public static EarlyAnswer of(Verdict verdict) {
        return of(verdict, NOTHING);
    }

    /** The effect changes no other file. */
    public static EarlyAnswer of(Verdict verdict, Consumer<Long> effect) {
        return new EarlyAnswer(verdict, List.of(), effect, null);
    }

    /** The effect changes the file of that receipt. */
    public static EarlyAnswer changing(String target, Verdict verdict, Consumer<Long> effect) {
        return new EarlyAnswer(verdict, List.of(), effect, target);
    }

    /** Nothing of it is taken, and its sender is told why and what to do. */
    public static EarlyAnswer refused(String code, String message, String fix) {
        return refused(code, message, fix, NOTHING);
    }

    /** The same with an effect all the same. */
    public static EarlyAnswer refused(String code, String message, String fix, Consumer<Long> effect) {
        return new EarlyAnswer(Verdict.rejected(message), List.of(new DeliveryError(0, 0, null, code, false, message, fix)), effect, null);
    }
}
