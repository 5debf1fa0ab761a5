package org.earlyhelp.hub.sharing;

import java.time.Instant;

/**
 * A new origin of the log, as somebody declared it.
 *
 * @param origin    the name under which the log is to go on
 * @param previous  the name under which it was stopped
 * @param agreed    entries before this index are those that were signed
 * @param knownSize entries that were signed under the previous name; those from {@code agreed} on are lost
 * @param knownRoot the root that was signed for them, base 64
 */
public record DeclaredOrigin(String origin, String previous, long agreed, long knownSize, String knownRoot, String reason, String declaredBy, Instant declaredAt) {
}
