package org.earlyhelp.hub.rights.dispute;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import tools.jackson.databind.json.JsonMapper;

/** What an agency is told when something it stated is disputed: its own reference and what to look at; never the person's words. */
final class CorrectionNote {
    private static final String CHANNEL = "out";

    private CorrectionNote() {
    }

    /** What a correction request says. {@code sourceRef} is the agency's own. */
    record Note(String sourceRef, String disputed, String asks) {
    }

    static DisclosureRequest request(PersonView person, String agency) {
        Set<DisclosedField> fields = Set.of(new DisclosedField("sourceRef", DataClass.IDENTITY, agency));
        DisclosureSubject subject = new DisclosureSubject(person.ref(), person.placeHidden(), person.sealed(), false, fields);
        return new DisclosureRequest(ActKind.OUTCOME, Recipient.agency(agency), Purpose.OUTCOME_TO_REFERRER, CHANNEL, 0, null, List.of(subject), Map.of());
    }

    static String text(String sourceRef, String what) {
        return JsonMapper.shared().writeValueAsString(new Note(sourceRef, what,
                "The person concerned says that this is wrong. Please check it; send a correction through the feed, or tell the council why it stands."));
    }
}
