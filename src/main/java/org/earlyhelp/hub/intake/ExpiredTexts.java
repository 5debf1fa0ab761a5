package org.earlyhelp.hub.intake;

import java.util.Collection;

/** Destroys free texts whose time is over; what else the records say stays. Thread-safe. */
public interface ExpiredTexts {
    /** Joins the caller's transaction; returns how many texts went. */
    long destroy(Collection<Long> records);
}
