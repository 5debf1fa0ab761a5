package org.earlyhelp.hub.alert;

import java.time.Instant;

/**
 * Something to do after or beside the decision, for the alert's page.
 *
 * @param person  the child it concerns, P- reference; null where it concerns the family
 * @param startedAt what it is counted from
 * @param dueAt   until when
 * @param doneAt  when it was done; null while it is not, or where nobody tells the hub
 */
public record FollowUp(Kind kind, String person, Instant startedAt, Instant dueAt, Instant doneAt) {
    /** RETURN_CONVERSATION after a missing child's return; the others start at outcome EMERGING or INTENSIVE. */
    public enum Kind { RETURN_CONVERSATION, ASSESSMENT, SIX_WEEK_REVIEW }

    /** How it stands to its clock. */
    public DueState state(Instant now) {
        return doneAt != null ? DueState.DONE : DueState.of(startedAt, dueAt, now);
    }
}
