package org.earlyhelp.hub.kernel;

/** The hub cannot start: one line for the operator that says why and what to do; the process ends with exit code 3. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String line) {
        super(line);
    }

    public StartFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
