package org.earlyhelp.hub.cli.outside;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** The libraries of a watching program keep to themselves what they do: its own lines are the news. */
public final class QuietLog {
    private QuietLog() {
    }

    /** From now on only errors are logged by this process. */
    public static void begin() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.ERROR);
        }
    }
}
