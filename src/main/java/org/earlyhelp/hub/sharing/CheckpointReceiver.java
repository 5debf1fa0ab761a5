package org.earlyhelp.hub.sharing;

import java.time.LocalDate;

/** A place outside the hub's database that gets a checkpoint of the sharing log each day. A checkpoint holds counts and hashes only. */
public interface CheckpointReceiver {
    /** What tells this receiver from others for ever: at most 40 characters, no person's name. */
    String name();

    /** Takes the signed note of that civil day. The same day may come again after a crash. Throws when it was not taken; it comes again later. */
    void take(LocalDate day, String note);
}
