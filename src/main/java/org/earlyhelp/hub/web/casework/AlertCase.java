package org.earlyhelp.hub.web.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertHistory;
import org.earlyhelp.hub.alert.AlertLooks.Look;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.identity.ProtectedPeople.Protection;
import org.earlyhelp.hub.need.FamilyStory.Story;
import org.earlyhelp.hub.web.Viewer;

/**
 * All that an alert's page may draw on, before anything of it is allowed.
 *
 * @param people      the children of every version by the reference the alert knew them by
 * @param protections of everybody who has any
 * @param ofFamily    the family's alerts, newest first, this one too
 * @param disputes    of its people and of everybody in the family
 * @param look        what the viewer had seen before; empty the first time
 */
record AlertCase(AlertHistory history, Map<String, PersonView> people, Map<String, Protection> protections, Story story, List<AlertRow> ofFamily,
                 Optional<Look> look, DisputeMarks disputes, Viewer viewer, Instant now) {
    Alert alert() {
        return history.alert();
    }

    AlertContent content() {
        return history.alert().content();
    }

    boolean placeHidden() {
        return content().locality().equals("withheld") || ofFamily.stream().anyMatch(row -> row.alert().equals(alert().ref()) && row.placeHidden())
                || content().people().stream().anyMatch(person -> protections.getOrDefault(person, Protection.NONE).placeHidden());
    }

    /** Whether nobody rings, writes or visits before the safe-contact check. */
    boolean tellsOfDomesticAbuse() {
        return AlertWords.tellsOfDomesticAbuse(content()) || story.abuse();
    }

    /** What the alert said when the viewer last looked; empty when that was the first time, or nothing was told since. */
    Optional<AlertContent> seenBefore() {
        return look.filter(seen -> seen.version() < alert().version()).flatMap(seen -> history.steps().stream()
                .filter(step -> step.version() <= seen.version()).map(AlertHistory.Step::content).reduce((earlier, later) -> later));
    }
}
