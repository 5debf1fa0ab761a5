package org.earlyhelp.hub.intake.checksum;

import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.storage.Verdict;

/**
 * What becomes of a checksum, or of a file that has none or another.
 *
 * @param effect runs in the transaction of the decision, before it
 */
public record ChecksumAnswer(Verdict verdict, List<DeliveryError> errors, Consumer<Long> effect) {
    static ChecksumAnswer refused(String code, String message, String fix, Consumer<Long> effect) {
        return new ChecksumAnswer(Verdict.rejected(message), List.of(new DeliveryError(0, 0, null, code, false, message, fix)), effect);
    }
}
