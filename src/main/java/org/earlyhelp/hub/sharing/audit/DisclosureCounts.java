package org.earlyhelp.hub.sharing.audit;

import java.time.YearMonth;
import java.util.List;

/** How much was disclosed, month by month. Counts entries: one a person, source agency and act. */
public interface DisclosureCounts {
    /** What disclosures are told apart by. */
    enum Part { SOURCE, RECIPIENT, BASIS }

    /** {@code name}: an agency, a recipient or the Articles; "" where an entry names none. */
    record Count(YearMonth month, Part part, String name, long entries) {
    }

    /** All counts from one month to another, both included; months without any are left out. */
    List<Count> of(YearMonth from, YearMonth to);
}
