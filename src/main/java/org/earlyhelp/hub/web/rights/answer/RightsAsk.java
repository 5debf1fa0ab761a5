package org.earlyhelp.hub.web.rights.answer;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.web.Viewer;

/** What a page of the register asks to show: the law is the ground, the request the reason. */
final class RightsAsk {
    private RightsAsk() {
    }

    /** Fields of one person; {@code person} the P- reference, or that of the request while nobody is found. */
    static DisclosureRequest of(RightsRequest request, Viewer viewer, String page, String person, Collection<DisclosedField> fields) {
        Set<DisclosedField> asked = new LinkedHashSet<>(fields);
        return of(request, viewer, page, List.of(new DisclosureSubject(person, false, false, false, asked)));
    }

    static DisclosureRequest of(RightsRequest request, Viewer viewer, String page, List<DisclosureSubject> subjects) {
        return new DisclosureRequest(ActKind.VIEWED, viewer.recipient(), Purpose.RIGHTS, page, 0, "Request " + request.ref(), subjects, Map.of());
    }

    /** Whose data the request is about, or the request itself while nobody is found. */
    static String about(RightsRequest request) {
        return request.person() == null ? request.ref() : request.person();
    }
}
