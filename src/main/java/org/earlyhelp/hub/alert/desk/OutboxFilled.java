package org.earlyhelp.hub.alert.desk;

/** News after the commit: a message waits for that queue. Only a wake-up; the outbox is the truth. */
public record OutboxFilled(String queue) {
}
