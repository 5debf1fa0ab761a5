package org.earlyhelp.hub.sharing.tell;

import java.time.Instant;

/**
 * How a channel stands.
 *
 * @param waiting       tellings not yet taken
 * @param waitingSince  when the oldest of them was made; null when none waits
 * @param givenUp       tellings of the last {@value Teller#KEPT_DAYS} days that nobody took in time
 * @param lastDelivered when the newest was taken; null when none was
 * @param fault         why the oldest that waits was not taken so far; null when it was not tried or none waits
 */
public record ChannelState(String name, long waiting, Instant waitingSince, long givenUp, Instant lastDelivered, String fault) {
}
