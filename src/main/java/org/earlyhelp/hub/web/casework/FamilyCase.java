package org.earlyhelp.hub.web.casework;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.identity.FamilyView;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.identity.ProtectedPeople.Protection;
import org.earlyhelp.hub.need.FamilyStory.Story;
import org.earlyhelp.hub.need.HeldNeeds.HeldNeed;
import org.earlyhelp.hub.need.StoryEvent;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.web.NeedClass;
import org.earlyhelp.hub.web.Shown;
import org.earlyhelp.hub.web.Viewer;

/**
 * All that a family's page may draw on, before anything of it is allowed.
 *
 * @param elsewhere parents and carers of its children who live in another household, by P- reference
 * @param restricted somebody's data is used only to keep a child safe
 * @param ended     needs that earlier alerts named and that no longer hold
 */
record FamilyCase(FamilyView family, int level, List<HeldNeed> needs, Story story, List<AlertRow> alerts, Map<String, PersonView> elsewhere,
                  List<EndedNeed> ended, Map<String, Protection> protections, DisputeMarks disputes, boolean restricted, Viewer viewer, LocalDate today) {
    static final String ADDRESS = "address";
    static final String PHONE = "phone";
    static final String TIE = "tie";

    /** A need as an earlier alert told it. */
    record EndedNeed(String person, String code, String agency, String fact, LocalDate lastOn, List<String> evidence) {
    }

    /** What the page asks to show. One hidden place in the household hides every place of everyone in it. */
    DisclosureRequest request(String reason) {
        Map<String, Protection> standing = new HashMap<>(protections);
        if (family.placeHidden()) {
            family.members().forEach(member -> standing.merge(member.ref(), new Protection(true, false), (one, other) -> new Protection(true, one.sealed())));
        }
        Shown shown = new Shown(standing);
        family.members().forEach(member -> member(member, shown));
        elsewhere.values().forEach(person -> List.of(AlertAsk.NAME, TIE).forEach(field -> shown.add(person.ref(), field, DataClass.IDENTITY, null)));
        needs.forEach(need -> shown.add(need.person(), NeedClass.fieldOf(need.need()), NeedClass.of(need.need(), need.evidence()), need.agency()));
        ended.forEach(need -> shown.add(need.person(), NeedClass.fieldOf(need.code()), NeedClass.of(need.code(), need.evidence()), need.agency()));
        story.events().forEach(event -> shown.add(event.person(), field(event.kind()), dataClass(event.kind()), event.agency()));
        story.involved().forEach(one -> {
            shown.add(one.person(), AlertAsk.OPEN, DataClass.INVOLVEMENT, one.agency());
            shown.add(one.person(), AlertAsk.WORKER, DataClass.STAFF, one.agency());
            shown.add(one.person(), AlertAsk.WORKER_CONTACT, DataClass.STAFF, one.agency());
        });
        SafeContacts.ask(story, shown);
        return AlertAsk.request(viewer, "/families/{ref}", level, reason, shown, Map.of());
    }

    private static void member(PersonView member, Shown shown) {
        shown.add(member.ref(), AlertAsk.NAME, DataClass.IDENTITY, null);
        shown.add(member.ref(), AlertAsk.BORN, DataClass.IDENTITY, null);
        shown.add(member.ref(), AlertAsk.EARLIER, DataClass.IDENTITY, null);
        if (member.summary().address() != null) {
            shown.add(member.ref(), ADDRESS, DataClass.ADDRESS, null);
        }
        if (member.summary().phone() != null) {
            shown.add(member.ref(), PHONE, DataClass.CONTACT, null);
        }
    }

    /** The name of the field that an event is. */
    static String field(StoryEvent.Kind kind) {
        return "history." + kind;
    }

    private static DataClass dataClass(StoryEvent.Kind kind) {
        return switch (kind) {
            case MISSING, RETURN -> DataClass.MISSING;
            case DOMESTIC_ABUSE -> DataClass.DOMESTIC_ABUSE;
            case SAFEGUARDING, CONCERN -> DataClass.SAFEGUARDING;
            case SCHOOL -> DataClass.EDUCATION;
            case HEALTH -> DataClass.HEALTH;
            case INVOLVEMENT -> DataClass.INVOLVEMENT;
        };
    }
}
