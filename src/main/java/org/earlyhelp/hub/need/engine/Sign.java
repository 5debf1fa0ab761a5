package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One record as evidence of a need or harm test.
 *
 * @param on  the date of the event
 * @param at  the event's time, for the live date of feeds
 * @param key what makes it new evidence once, or null where only the need itself does
 */
record Sign(HeldRecord record, LocalDate on, Instant at, String key) {
}
