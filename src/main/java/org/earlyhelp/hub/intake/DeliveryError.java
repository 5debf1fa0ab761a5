package org.earlyhelp.hub.intake;

/** One line of a receipt: place, the sender's own field name (or null), code and plain sentences; never a value. 0 = place not known. */
public record DeliveryError(long line, long record, String field, String code, boolean warning, String message, String fix) {
}
