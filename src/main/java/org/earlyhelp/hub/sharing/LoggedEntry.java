package org.earlyhelp.hub.sharing;

import java.time.Instant;

/**
 * An entry of the sharing log as it is kept.
 *
 * @param ordinal   order of writing, for paging
 * @param act       ties the entries of one act
 * @param person    P- reference, null for an act about no single person
 * @param recipient its name; empty when there is none
 * @param agreement {@code id@version}, null when none was in force or none is concerned
 * @param source    agency whose data it is, {@code hub} for what the hub worked out; null when no data is concerned
 * @param purpose   name of a {@link Purpose}, or null
 * @param basis     the Articles alone, such as {@code 6(1)(e) 9(2)(g)}; null for an act that discloses nothing
 * @param who       account that asked, null for a machine
 * @param channel   queue, page path template, export name or receipt; null for an act that discloses nothing
 * @param standing  of the agreement on the day, or NO_AGREEMENT_IN_FORCE; null for an act that discloses nothing
 * @param level     1 to 4, null when no alert is behind it
 * @param payload   canonical JSON; null when it was erased or cannot be opened
 * @param index     place in the tamper-evident log, from 0; null until it has one, which takes 2 seconds at most
 */
public record LoggedEntry(long ordinal, String id, String act, ActKind kind, String person, String recipient, String agreement, String source,
                          String purpose, String basis, String who, String channel, String standing, Integer level, String payload, Instant at, Long index) {
}
