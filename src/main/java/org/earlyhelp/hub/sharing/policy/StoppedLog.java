package org.earlyhelp.hub.sharing.policy;

import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.Purpose;

/** What goes on while the sharing log is stopped and nothing can be proved afterwards: what a child in danger cannot wait for, and nothing else. */
public final class StoppedLog {
    /** Why the rest waits. */
    public static final String WHY = "the sharing log is stopped until two people have looked at it";
    private static final int STATUTORY_LEVEL = 4;

    private StoppedLog() {
    }

    /** Level 4, safeguarding, missing children and domestic abuse; and what names nobody, for it has no entry that could be proved. */
    public static boolean lets(DisclosureRequest request) {
        return request.subjects().isEmpty() || request.level() == STATUTORY_LEVEL || request.purpose() == Purpose.SAFEGUARDING || request.subjects().stream().flatMap(subject -> subject.fields().stream())
                .anyMatch(field -> field.dataClass() == DataClass.MISSING || field.dataClass() == DataClass.DOMESTIC_ABUSE) && Terms.isFrontDoor(request.recipient());
    }
}
