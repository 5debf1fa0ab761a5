package org.earlyhelp.hub.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A verb that starts no hub has no log file: remarks of libraries would stand among the lines that it prints. */
final class QuietLog {
    private QuietLog() {
    }

    /** From here on nothing is logged; a hub that this process starts later sets up its log anew. */
    static void begin() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
    }
}
