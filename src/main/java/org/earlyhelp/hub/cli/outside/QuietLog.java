package org.earlyhelp.hub.cli.outside;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** The libraries of a program that is no hub keep to themselves what they do: its own lines are the news. */
public final class QuietLog {
    private QuietLog() {
    }

    /** From now on only errors are logged by this process. */
    public static void begin() {
        from(Level.ERROR);
    }

    /** From now on nothing is logged: for verbs whose lines are read by programs. A hub that this process starts later sets up its log anew. */
    public static void silence() {
        from(Level.OFF);
    }

    private static void from(Level level) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(level);
        }
    }
}
