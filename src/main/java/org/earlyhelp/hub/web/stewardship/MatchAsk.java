package org.earlyhelp.hub.web.stewardship;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.PersonMentions.Said;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;

/** What a page about who is who asks to show: of each person every field of every source, and what a decision would lead to. */
final class MatchAsk {
    /** What the hub worked out: how the two compare, and the ripple of a decision. It names references only. */
    static final String REVIEW = "review";

    /** A page that may show nothing of what any source said is refused: nobody could answer from it. */
    private static final DisclosureRequest.Core WHAT_SOURCES_SAID =
            new DisclosureRequest.Core(Arrays.stream(MatchField.values()).map(MatchField::field).collect(Collectors.toSet()), false);

    private final Map<String, Set<DisclosedField>> fields = new LinkedHashMap<>();

    /** Asks to show that a person is under review, and no more. */
    MatchAsk person(String person) {
        fields.computeIfAbsent(person, any -> new LinkedHashSet<>()).add(new DisclosedField(REVIEW, DataClass.IDENTITY, null));
        return this;
    }

    /** Asks to show all that sources said of a person. */
    MatchAsk person(String person, List<Said> sources) {
        person(person);
        for (Said said : sources) {
            for (MatchField field : MatchField.values()) {
                if (field.of(said) != null) {
                    fields.get(person).add(new DisclosedField(field.field(), field.dataClass(said), said.agency()));
                }
            }
        }
        return this;
    }

    /**
     * The request. {@code placeHidden} counts for everyone on the page: beside a hidden place the other's place would
     * tell where it is.
     */
    DisclosureRequest request(Viewer viewer, String page, boolean placeHidden) {
        List<DisclosureSubject> subjects = fields.entrySet().stream()
                .map(entry -> new DisclosureSubject(entry.getKey(), placeHidden, false, false, entry.getValue())).toList();
        return new DisclosureRequest(ActKind.VIEWED, viewer.recipient(), purpose(viewer), page, 0, null, subjects, Map.of()).needing(WHAT_SOURCES_SAID);
    }

    /** A manager is asked for the sake of the family whose place is hidden. */
    private static Purpose purpose(Viewer viewer) {
        return viewer.role() == StaffRole.STEWARD ? Purpose.MATCHING : Purpose.SAFEGUARDING;
    }
}
