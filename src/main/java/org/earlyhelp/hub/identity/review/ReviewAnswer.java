package org.earlyhelp.hub.identity.review;

/** What came of an act: done, or refused with what was found and what happens now. */
public sealed interface ReviewAnswer {
    /** The pair after it; also the answer to a form sent twice. */
    record Done(ReviewPair pair) implements ReviewAnswer {
    }

    /** Nothing was changed. */
    record Refused(Fault fault, String found) implements ReviewAnswer {
    }

    /** Why an act is refused. */
    enum Fault { UNKNOWN, NO_REASON, STALE, NOT_ALLOWED, SAME_PERSON }

    /** A refusal; {@code found} is a plain sentence without any value. */
    static ReviewAnswer refused(Fault fault, String found) {
        return new Refused(fault, found + " Nothing was changed.");
    }
}
