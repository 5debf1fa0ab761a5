package org.earlyhelp.hub.web.erasure;

import java.util.List;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.rights.erase.ErasureCase;

/** An erasure in words. {@code person} is a dash once nobody can tell any more who it was. */
record ErasureLine(String ref, String person, String state, String ground, String reason, String override, String proposed, String decided, String words, String done,
                   List<PlaceLine> places, List<String> entries) {
    /** A place in words. */
    record PlaceLine(String name, String what) {
        static PlaceLine of(ErasureCase.Place place) {
            String taken = place.count() + " taken out or rewritten, " + PlainTime.of(place.at());
            return new PlaceLine(place.name(), place.isClear() ? "Clear: " + taken : place.waits() + " So far " + taken);
        }
    }

    static ErasureLine of(ErasureCase found) {
        String decided = found.decidedBy() == null ? null : found.decidedBy() + ", " + PlainTime.of(found.decidedAt());
        return new ErasureLine(found.ref(), found.person() == null ? "–" : found.person(), state(found),
                found.ground().words() + " (UK GDPR Article " + found.ground().article() + ")", found.reason(), found.override(),
                found.proposedBy() + ", " + PlainTime.of(found.proposedAt()), decided, found.decidedWords(), found.doneAt() == null ? null : PlainTime.of(found.doneAt()),
                found.places().stream().map(PlaceLine::of).toList(), found.entries());
    }

    private static String state(ErasureCase found) {
        return switch (found.state()) {
            case PROPOSED -> "Waits for a second person";
            case DECLINED -> "Declined";
            case CONFIRMED -> found.isForgotten() ? "The database has forgotten the person; copies are being cleared" : "Confirmed, begins now";
            case DONE -> "Done";
        };
    }
}
