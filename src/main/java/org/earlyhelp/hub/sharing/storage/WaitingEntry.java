package org.earlyhelp.hub.sharing.storage;

import org.earlyhelp.hub.sharing.log.Commitment;

/** An entry that is given its place in the log. */
public record WaitingEntry(long ordinal, Commitment commitment) {
}
