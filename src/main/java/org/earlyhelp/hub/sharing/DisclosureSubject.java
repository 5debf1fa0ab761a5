package org.earlyhelp.hub.sharing;

import java.util.Set;

/**
 * One person of a disclosure and what is asked of them.
 *
 * @param person      the P- reference
 * @param placeHidden a RESTRICTED or HIDDEN statement about the person or the household stands
 * @param sealed      after an adoption or protection marker
 * @param alleged     the person is asked for as the alleged perpetrator of a referral
 * @param fields      everything asked for
 */
public record DisclosureSubject(String person, boolean placeHidden, boolean sealed, boolean alleged, Set<DisclosedField> fields) {
    public DisclosureSubject {
        fields = Set.copyOf(fields);
    }
}
