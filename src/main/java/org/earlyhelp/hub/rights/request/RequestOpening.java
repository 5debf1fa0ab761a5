package org.earlyhelp.hub.rights.request;

import java.time.LocalDate;

/** A request as it is entered. {@code receivedOn} is when it reached the council, by whatever way. */
public record RequestOpening(RequestKind kind, Capacity capacity, LocalDate receivedOn, RequestDetails details) {
}
