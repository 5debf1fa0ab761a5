package org.earlyhelp.hub.alert.desk;

import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;

/** Whether somebody was told; the best first. WAITS: only because the sharing log is stopped. */
enum Heard {
    TOLD, WAITS, REFUSED;

    static Heard of(Disclosure<?> answer) {
        if (answer instanceof Disclosed<?>) {
            return TOLD;
        }
        return answer instanceof Disclosure.Refused<?> refused && refused.isForTheLog() ? WAITS : REFUSED;
    }

    Heard better(Heard other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
