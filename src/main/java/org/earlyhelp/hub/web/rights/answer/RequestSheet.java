package org.earlyhelp.hub.web.rights.answer;

import java.util.List;
import org.earlyhelp.hub.rights.request.RequestDetails;

/**
 * A request's page as far as it may be shown.
 *
 * @param details   null where they may not be shown
 * @param person    P- reference, or null while nobody is found
 * @param requester P- reference, or null where the hub does not know them
 * @param acts      what the viewer can do now
 * @param hasPack   a pack was released
 */
record RequestSheet(String ref, String kind, String capacity, String state, int version, String received, String due, boolean overdue, String person, String requester,
                    RequestDetails details, List<StepLine> steps, List<ActLine> acts, boolean mayName, boolean hasItems, boolean hasPack, boolean hasDisputes) {
    record StepLine(String at, String by, String what, String note) {
    }

    /** {@code noted}: the officer says what was done or why. */
    record ActLine(String act, String label, boolean noted, boolean dated) {
    }
}
