package org.earlyhelp.hub.sharing.sequence;

/** The database is not what was signed: nothing more is signed until people have looked at it. The message is for them. */
public class LogStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogStopped(String words) {
        super(words);
    }
}
