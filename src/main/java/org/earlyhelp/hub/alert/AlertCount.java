package org.earlyhelp.hub.alert;

/** So many alerts of one queue are in one state. */
public record AlertCount(AlertQueue queue, AlertStatus status, long alerts) {
}
