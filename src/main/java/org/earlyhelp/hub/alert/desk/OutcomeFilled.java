package org.earlyhelp.hub.alert.desk;

/** News after the commit: an outcome waits to be written for a referring agency. Only a wake-up; the table is the truth. */
public record OutcomeFilled() {
}
