package org.earlyhelp.hub.web.export;

import java.util.Map;
import org.earlyhelp.hub.identity.ProtectedPeople.Protection;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Allowance;

/** What of an export may be written, and under which name an agency appears in it. */
record Allowed(Allowance allowance, Map<String, Protection> protections, AgreementBook book) {
    boolean allows(String person, String agency, String field) {
        return allowance.allows(person, agency, field);
    }

    /** The agency, or its kind where its name would give away a hidden person. */
    String shownAs(String agency, String person) {
        return book.shownAs(agency, protections.getOrDefault(person, Protection.NONE).placeHidden());
    }

    /** The evidence of an agency under the same name. */
    String evidence(String reference, String agency, String person) {
        return reference.startsWith(agency + "/") ? shownAs(agency, person) + reference.substring(agency.length()) : reference;
    }
}
