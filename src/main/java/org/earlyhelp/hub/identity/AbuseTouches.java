package org.earlyhelp.hub.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Which referrals and notices of domestic abuse come near a person: whoever asks for that person's data must learn of none of them.
 * Every version counts, cancelled ones and superseded ones too.
 */
public interface AbuseTouches {
    /**
     * One referral or notice.
     *
     * @param on      the day the record is of
     * @param harmed  P- references of whom it names as victim, as they stand; none for a police notice
     * @param alleged P- references of whom it names as alleged perpetrator
     */
    record Touch(String record, LocalDate on, Set<String> harmed, Set<String> alleged) {
        public Touch {
            harmed = Set.copyOf(harmed);
            alleged = Set.copyOf(alleged);
        }
    }

    /** Those that mention the person, anybody of the person's family, or any parent, carer or child of theirs and the families of these. */
    List<Touch> near(String person);

    /** Whether any record ever named the person as alleged perpetrator. */
    boolean isAlleged(String person);
}
