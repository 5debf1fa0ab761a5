package org.earlyhelp.hub.sharing;

import java.time.Instant;

/**
 * An entry of the sharing log as it is kept.
 *
 * @param ordinal   order of writing, for paging
 * @param act       ties the entries of one act
 * @param person    P- reference, null for an act about no single person
 * @param agreement {@code id@version}, null when none was in force or none is concerned
 * @param payload   canonical JSON
 */
public record LoggedEntry(long ordinal, String id, String act, ActKind kind, String person, String recipient, String agreement,
                          String payload, Instant at) {
}
