package org.earlyhelp.hub.intake.resend;

import java.time.Instant;

/**
 * The hub was put back from a backup.
 *
 * @param knownUntil files that arrived later are known to nobody but their senders
 * @param missing    files that came before that, are not in the backup and have not come again
 */
public record Restoration(String id, Instant backupAt, Instant restoredAt, String by, String reason, Instant knownUntil, Instant declaredAt, long missing) {
}
