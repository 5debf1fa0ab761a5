package org.earlyhelp.hub.kernel;

/** The hub cannot start: one line for the operator that says why and what to do; the process ends with exit code 3. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code line} is what the operator reads: a sentence or two, nothing personal. */
    public StartFailure(String line) {
        super(line);
    }

    /** As above; the cause goes to the log alone. */
    public StartFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
