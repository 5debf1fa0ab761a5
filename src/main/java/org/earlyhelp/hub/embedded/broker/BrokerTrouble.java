package org.earlyhelp.hub.embedded.broker;

import java.net.BindException;

/** What went wrong with the broker's start, for the operator. */
final class BrokerTrouble {
    private BrokerTrouble() {
    }

    static String plain(Throwable failure, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "port " + port + " is taken by another program. Set HUB_BROKER_PORT to another, or to 0 for any free one.";
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
