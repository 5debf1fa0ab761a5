package org.earlyhelp.hub.sharing;

/** The kinds of act that the sharing log records. */
public enum ActKind {
    RECEIVED, SENT, VIEWED, EXPORTED, OUTCOME, REFUSED, NOT_SHARED, BREAK_GLASS, MATCHED, CORRECTED, ERASED
}
