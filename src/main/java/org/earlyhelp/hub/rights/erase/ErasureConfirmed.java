package org.earlyhelp.hub.rights.erase;

/** News: an erasure waits to be carried out. Only a wake-up; the table is the truth. */
public record ErasureConfirmed() {
}
