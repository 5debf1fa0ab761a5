package org.earlyhelp.hub.sharing;

import org.earlyhelp.hub.sharing.policy.StoppedLog;

/**
 * The outcome of asking: content that may leave, or a refusal in plain words. Only the desk makes either, so code
 * that emits personal data takes a {@link Disclosed} and can get it nowhere else.
 */
public sealed interface Disclosure<T> permits Disclosed, Disclosure.Refused {
    /** Nothing may leave; {@code entry} is the log entry of the refusal. */
    record Refused<T>(Refusal refusal, String entry) implements Disclosure<T> {
        /** Why, in one sentence. */
        public String reason() {
            return refusal.why();
        }

        /** Whether it is refused for the time that the sharing log is stopped, whatever the rules say: ask again when it goes on. */
        public boolean isForTheLog() {
            return refusal.why().contains(StoppedLog.WHY);
        }
    }
}
