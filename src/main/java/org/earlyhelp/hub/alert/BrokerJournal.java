package org.earlyhelp.hub.alert;

/** The files of a broker that the hub runs itself. What was taken off a queue stays in them until they are given up. */
public interface BrokerJournal {
    /** Begins a new file and gives up every older one in which no message is left; false when an older one is still there. */
    boolean renew();
}
