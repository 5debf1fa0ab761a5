package org.earlyhelp.hub.need;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The needs that hold now, for exports and pages. Disclosing them is the caller's act, not this room's. */
public interface HeldNeeds {
    /**
     * One need of one person, as one agency shows it.
     *
     * @param family  F- reference
     * @param person  P- reference
     * @param grade   "" for none
     * @param outcome the outcome it hinders; null when the rule no longer exists
     * @param evidence newest first
     */
    record HeldNeed(String family, String person, String need, String grade, String outcome, int levelOfFamily, LocalDate firstOn,
                    LocalDate lastOn, String agency, String fact, List<String> evidence) {
        public HeldNeed {
            evidence = List.copyOf(evidence);
        }
    }

    /** Every need that holds, ordered by family, person, need and agency; read as a stream, so the table may be large. */
    void each(Consumer<HeldNeed> reader);

    /** Those of one family; empty for a family that has none or is not known. */
    List<HeldNeed> ofFamily(String familyRef);

    /** 1 to 4; 1 for a family that was not assessed. */
    int levelOf(String familyRef);
}
