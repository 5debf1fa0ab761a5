package org.earlyhelp.hub.web.casework;

import java.util.List;
import org.earlyhelp.hub.identity.DisputedFacts.Disputed;

/** Says of a fact that the person concerned says it is wrong, wherever it is shown. */
record DisputeMarks(List<Disputed> disputed) {
    static final DisputeMarks NONE = new DisputeMarks(List.of());
    private static final String FACT = " (disputed: the person concerned says that this is wrong)";
    private static final String DETAIL = " (disputed)";

    /** A sentence that rests on the evidence, {@code agency/feed/ULID@version} each. */
    String fact(String sentence, List<String> evidence) {
        return disputed.stream().anyMatch(one -> one.isAmong(evidence)) ? sentence + FACT : sentence;
    }

    /** A detail of a person who stands; {@code field} as {@code DisputedFacts.FIELDS} has it. */
    String detail(String value, String person, String field) {
        return disputed.stream().anyMatch(one -> field.equals(one.field()) && one.person().equals(person)) ? value + DETAIL : value;
    }
}
