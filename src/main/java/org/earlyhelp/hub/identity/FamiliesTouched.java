package org.earlyhelp.hub.identity;

/** News after a commit: there is work in {@code family_work}. Only a wake-up; the table is the truth. */
public record FamiliesTouched(boolean urgent) {
}
