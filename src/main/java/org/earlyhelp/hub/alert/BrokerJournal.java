package org.earlyhelp.hub.alert;

/** The files of a broker that the hub runs itself. What was taken off a queue stays in them until no message is left in a file. */
public interface BrokerJournal {
    /** Begins a new file; returns the number of the last of the older ones. */
    int begin();

    /** Whether every file up to that number is gone; waits a little for it. */
    boolean isGone(int last);
}
