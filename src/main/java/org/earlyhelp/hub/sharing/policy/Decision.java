package org.earlyhelp.hub.sharing.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureSubject;

/**
 * What the policy says of a request: one part for each person and source agency.
 *
 * @param refusal null when something may leave (or nothing was asked for); else why nothing may, in plain words
 */
public record Decision(List<Part> parts, String refusal) {
    public Decision {
        parts = List.copyOf(parts);
    }

    public boolean isRefused() {
        return refusal != null;
    }

    /**
     * The answer for one person and one source agency.
     *
     * @param sourceAgency the agency whose data it is, {@code hub} for what the hub worked out
     */
    public record Part(DisclosureSubject subject, String sourceAgency, Terms terms, Set<DisclosedField> allowed, List<Held> withheld) {
        public Part {
            allowed = Set.copyOf(allowed);
            withheld = List.copyOf(withheld);
        }

        /** Whether any of it may leave; a part that asks for nothing but the reference may. */
        public boolean mayLeave() {
            return !allowed.isEmpty() || withheld.isEmpty();
        }
    }

    /** A field that stays, and why. */
    public record Held(DisclosedField field, String why) {
    }

    static Decision of(List<Part> parts) {
        if (parts.isEmpty() || parts.stream().anyMatch(Part::mayLeave)) {
            return new Decision(parts, null);
        }
        Set<String> reasons = new LinkedHashSet<>();
        parts.forEach(part -> part.withheld().forEach(held -> reasons.add(held.why())));
        return new Decision(parts, "Nothing of this may be shown or sent: " + String.join("; ", reasons) + ".");
    }
}
