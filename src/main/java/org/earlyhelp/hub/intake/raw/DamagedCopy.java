package org.earlyhelp.hub.intake.raw;

import java.io.IOException;

/** A sealed copy is not what was kept, and no further attempt will find it so: told apart from a disk that cannot be read just now. */
public final class DamagedCopy extends IOException {
    private static final long serialVersionUID = 1L;
    private final String found;

    /** {@code found} says what is wrong, as in "is gone", and names nobody. */
    public DamagedCopy(String found) {
        super("the copy " + found);
        this.found = found;
    }

    /** What is wrong with it, such as "is gone". */
    public String found() {
        return found;
    }

    /** Whether such a copy is what a fault comes from. */
    public static boolean isBehind(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof DamagedCopy) {
                return true;
            }
        }
        return false;
    }
}
