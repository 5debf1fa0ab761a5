package org.earlyhelp.hub.sharing;

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
    }
}
