package org.earlyhelp.hub.intake.receipt;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.checksum.ChecksumNote;
import org.earlyhelp.hub.intake.recall.RecallNote;
import org.earlyhelp.hub.kernel.London;

/** The receipt in words that the person who sent the file understands. Stateless. */
final class PlainReceipt {
    private static final int ERRORS_SHOWN = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm:ss", Locale.UK);

    private PlainReceipt() {
    }

    static String of(Delivery delivery, List<DeliveryError> errors) {
        StringBuilder text = new StringBuilder();
        text.append("Early Help Hub: receipt ").append(delivery.receipt()).append('\n').append('\n');
        text.append("File:     ").append(oneLine(delivery.fileName())).append(" (").append(delivery.bytes()).append(" bytes)\n");
        text.append("Feed:     ").append(delivery.agency()).append('/').append(delivery.feed()).append('\n');
        if (delivery.sender() != null) {
            text.append("Account:  ").append(delivery.account()).append('\n');
        }
        text.append("Received: ").append(time(delivery.receivedAt())).append('\n');
        text.append("Result:   ").append(delivery.stage()).append(". ").append(meaning(delivery, errors.stream().anyMatch(DeliveryError::isOfTheHub))).append('\n');
        if (delivery.test()) {
            text.append("This was a test drop: the file was checked and nothing of it was kept.\n");
        }
        if (delivery.reason() != null) {
            text.append("Reason:   ").append(delivery.reason()).append('\n');
        }
        appendCounts(text, delivery.counts());
        appendErrors(text, errors);
        return text.append("""

                This is not an emergency line. If a child may be in danger now, telephone 999, or the front door of the
                council. Do not wait for an answer here.
                """).toString();
    }

    private static String meaning(Delivery delivery, boolean byTheHub) {
        return switch (delivery.stage()) {
            case RECEIVED -> "The file has arrived whole and is being read. This receipt will be replaced by the result.";
            case ACCEPTED -> isRecall(delivery) ? "The recall was carried out." : ChecksumNote.isChecksum(delivery.fileName()) ? "The checksum was noted."
                    : "The whole file was taken.";
            case PARTIAL -> byTheHub ? "A part of this file was taken. Send it again as it is." : "The good records were taken; the rejected ones are listed below. Put them right and send them again.";
            case REJECTED -> "Nothing of this file was taken. " + (byTheHub ? "Send it again as it is." : "Put it right and send it again.");
            case DUPLICATE -> (isRecall(delivery) ? "The same was recalled with " : "The same content came before as ") + delivery.duplicateOf()
                    + ". Nothing was changed; there is nothing to do.";
            case HELD -> "The file is kept safe and waits. You need not send it again.";
            case INCOMPLETE -> "The upload broke off, so nothing of it was taken. Send the file again.";
        };
    }

    private static boolean isRecall(Delivery delivery) {
        return RecallNote.isRecall(delivery.fileName());
    }

    private static void appendCounts(StringBuilder text, Counts counts) {
        text.append('\n').append("Records: ").append(counts.records()).append("; new or changed ").append(counts.accepted())
                .append(", already known ").append(counts.unchanged()).append(", rejected ").append(counts.rejected())
                .append("; warnings ").append(counts.warnings()).append('\n');
    }

    private static void appendErrors(StringBuilder text, List<DeliveryError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        text.append('\n').append("What was wrong:\n");
        for (DeliveryError error : errors.subList(0, Math.min(ERRORS_SHOWN, errors.size()))) {
            text.append("- ").append(error.line() == 0 ? "the file" : "line " + error.line())
                    .append(error.field() == null ? "" : ", field \"" + error.field() + "\"").append(": ").append(error.message())
                    .append(error.warning() ? " (warning; the record was taken)" : "")
                    .append(error.fix() == null || error.fix().isBlank() ? "" : " " + error.fix()).append('\n');
        }
        if (errors.size() > ERRORS_SHOWN) {
            text.append("- and more: see the .errors.csv beside this receipt.\n");
        }
    }

    private static String time(Instant instant) {
        return TIME.format(London.timeOf(instant)) + " (UK time)";
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}", "_");
    }
}
