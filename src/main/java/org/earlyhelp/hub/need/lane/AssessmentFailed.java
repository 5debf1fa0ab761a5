package org.earlyhelp.hub.need.lane;

import java.util.List;
import org.earlyhelp.hub.sharing.storage.fault.PassingFault;

/** Families that were taken and could not be assessed; their work stays queued. */
final class AssessmentFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Long> families;

    AssessmentFailed(List<Long> families, RuntimeException cause) {
        super(families.size() + " families could not be assessed", cause);
        this.families = List.copyOf(families);
    }

    List<Long> families() {
        return families;
    }

    /** Whether the fault is the database's for the moment, such as a lost line or a full disk, and no family's. */
    boolean isPassing() {
        return PassingFault.isBehind(getCause());
    }

    /** The kinds of failure, outermost first, without their messages: those may hold personal data. */
    String kinds() {
        StringBuilder kinds = new StringBuilder();
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            kinds.append(kinds.isEmpty() ? "" : ", by ").append(cause.getClass().getSimpleName());
        }
        return kinds.toString();
    }
}
