package org.earlyhelp.hub.cli;

/** How a verb ended, for scripts (contract, section 1). */
final class ExitCode {
    static final int DONE = 0;
    static final int DATA_HAS_ERRORS = 1;
    /** Also picocli's own code for a wrong option. */
    static final int WRONG_USAGE = 2;
    static final int SYSTEM_FAILED = 3;

    private ExitCode() {
    }
}
