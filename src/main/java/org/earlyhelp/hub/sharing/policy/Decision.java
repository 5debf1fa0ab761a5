package org.earlyhelp.hub.sharing.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
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

    /** Whether nothing may be told at all. */
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

        /** Whether all of it stays and an agreement, not the protection of a person, is a reason. */
        public boolean isRefused() {
            return !mayLeave() && withheld.stream().anyMatch(held -> FieldRules.OF_AGREEMENT.contains(held.why()));
        }

        private Part keptBack(String why) {
            List<Held> all = new ArrayList<>(withheld);
            allowed.stream().sorted(DisclosurePolicy.ORDER).forEach(field -> all.add(new Held(field, why)));
            return new Part(subject, sourceAgency, terms, Set.of(), all);
        }

    }

    /** A field that stays, and why. */
    public record Held(DisclosedField field, String why) {
    }

    /** The same with everything kept back for that reason. */
    public Decision keptBack(String why) {
        return new Decision(parts.stream().map(part -> part.keptBack(why)).toList(), "Nothing of this may be shown or sent: " + why + ".");
    }

    static Decision of(DisclosureRequest.Core core, List<Part> parts) {
        if (parts.isEmpty() || parts.stream().anyMatch(Part::mayLeave) && holds(core, parts)) {
            return new Decision(parts, null);
        }
        Set<String> reasons = new LinkedHashSet<>();
        parts.forEach(part -> part.withheld().forEach(held -> reasons.add(held.why())));
        return new Decision(parts.stream().map(part -> part.keptBack(FieldRules.WITHOUT_ITS_CORE)).toList(), "Nothing of this may be shown or sent: " + String.join("; ", reasons) + ".");
    }

    private static boolean holds(DisclosureRequest.Core core, List<Part> parts) {
        boolean allowed = parts.stream().flatMap(part -> part.allowed().stream()).anyMatch(field -> core.fields().contains(field.name()));
        boolean withheld = parts.stream().flatMap(part -> part.withheld().stream()).anyMatch(held -> core.fields().contains(held.field().name()));
        return !withheld || allowed && !core.all();
    }
}
