package org.earlyhelp.hub.sharing.tell;

import java.time.Instant;

/**
 * How a channel stands.
 *
 * @param waiting         tellings not yet taken
 * @param refusedSince    when the oldest was made that was refused, of those made after one was last taken; null when there is none
 * @param passedOverSince when another was first taken before one that is still refused; null when there is none
 * @param givenUp         tellings of the last {@value Teller#KEPT_DAYS} days that nobody took in time
 * @param lastDelivered   when the newest was taken; null when none was
 * @param fault           why the oldest that was refused was not taken so far; null when none was
 */
public record ChannelState(String name, long waiting, Instant refusedSince, Instant passedOverSince, long givenUp, Instant lastDelivered, String fault) {
}
