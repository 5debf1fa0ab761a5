package org.earlyhelp.hub.intake;

/** News after a commit: there is work in {@code record_work}. Only a wake-up; the table is the truth. */
public record RecordsStored(boolean urgent) {
}
