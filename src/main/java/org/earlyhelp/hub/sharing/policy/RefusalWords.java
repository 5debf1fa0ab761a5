package org.earlyhelp.hub.sharing.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Refusal;

/** Says to whoever asked what was refused, why, and whom to ask. Names nobody and no agency: either may be what is protected. */
public final class RefusalWords {
    private static final String IN_DANGER = " If a child may be in danger now, do not wait for this: act by your safeguarding procedures.";

    private RefusalWords() {
    }

    /** The words of a refused decision; {@code officer} is whom the borough names for questions of data protection. */
    public static Refusal of(Decision decision, String officer) {
        List<Decision.Held> held = decision.parts().stream().flatMap(part -> part.withheld().stream()).toList();
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        held.forEach(one -> classes.add(one.field().dataClass()));
        long people = decision.parts().stream().map(part -> part.subject().person()).distinct().count();
        String what = "Refused: data about " + classes.stream().map(DataClass::words).collect(Collectors.joining(", ")) + ", of "
                + (people == 1 ? "one person" : people + " people") + ".";
        return new Refusal(what, decision.refusal(), whomToAsk(held.stream().map(Decision.Held::why).collect(Collectors.toSet()), officer));
    }

    private static String whomToAsk(Set<String> reasons, String officer) {
        if (reasons.contains(FieldRules.REASON_NEEDED)) {
            return "Give the reason why you need it, and ask again.";
        }
        if (reasons.contains(StoppedLog.WHY)) {
            return "Ask information governance, who can let the log go on: " + officer + "." + IN_DANGER;
        }
        if (reasons.stream().anyMatch(FieldRules.OF_AGREEMENT::contains)) {
            return "Ask information governance whether an agreement can allow it: " + officer + "." + IN_DANGER;
        }
        return "Ask the manager of the front door: it is kept back to protect somebody." + IN_DANGER;
    }
}
