package org.earlyhelp.hub.intake.recall;

import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.storage.Verdict;

/**
 * What becomes of a recall.
 *
 * @param effect runs in the transaction of the decision, before it
 * @param target receipt of the file that the effect changes; null when nothing is changed
 */
public record RecallAnswer(Verdict verdict, List<DeliveryError> errors, Consumer<Long> effect, String target) {
    static RecallAnswer refused(String code, String message, String fix) {
        return new RecallAnswer(Verdict.rejected(message), List.of(new DeliveryError(0, 0, null, code, false, message, fix)), id -> { }, null);
    }
}
