package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What became of needs after a decision, and what came before level 4; without anybody's reference. */
public interface HelpFigures {
    /** From then on the need held for the person, or no longer. */
    record Change(Instant at, boolean holds) {
    }

    /**
     * A need of one person in an alert that was decided.
     *
     * @param hinders the outcome it hinders, such as GOOD_EDUCATION
     * @param changes when it began and ended, oldest first; empty where that is not known
     */
    record FollowedNeed(String hinders, Outcome decision, Instant decidedAt, List<Change> changes) {
        public FollowedNeed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A child of a family at level 4 now.
     *
     * @param agencies   how many agencies have sent a record of the child that still stands
     * @param knownSince the day of the earliest record of the child; null when there is none
     * @param decisions  what the front door decided for the family before its present alert at level 4
     * @param helped     whether a service below level 4 had begun to work with a member of the family before that alert
     */
    record ChildAtLevelFour(int agencies, LocalDate knownSince, Set<Outcome> decisions, boolean helped) {
        public ChildAtLevelFour {
            decisions = Set.copyOf(decisions);
        }
    }

    /** Needs of alerts decided between the two London days, the second not included; not those handed to the other door. */
    List<FollowedNeed> followed(LocalDate from, LocalDate before);

    /** Every child of a family that is at level 4 now. */
    List<ChildAtLevelFour> childrenAtLevelFour();
}
