package org.earlyhelp.hub.intake;

import java.time.Instant;

/**
 * One uploaded file and what became of it. Holds no personal data but what a sender put into {@code fileName}.
 *
 * @param id          order of arrival: "the newest arrival wins" means the highest id
 * @param upload      ULID of the upload; makes one upload one delivery, however often it is pulled
 * @param sender      which of several senders of the agency sent it; null for the agency itself
 * @param test        dropped under {@code /in/test/}: checked and answered, nothing kept
 * @param mapping     {@code id@version} used, null while none is known
 * @param agreement   agreement id in force, null without one
 * @param reason      why it is held, rejected whole or incomplete; a plain sentence, else null
 * @param duplicateOf receipt of the delivery that had the same content, else null
 * @param recordsDone items of the file whose effect is committed
 */
public record Delivery(long id, String receipt, String upload, String agency, String sender, String feed, boolean test, String mapping,
                       String agreement, String fileName, long bytes, String sha256, Stage stage, String reason,
                       String duplicateOf, Instant receivedAt, Instant decidedAt, long recordsDone, Counts counts) {
    /** The account whose file it is and whose receipts folder answers it. */
    public AccountName account() {
        return new AccountName(agency, sender);
    }
}
