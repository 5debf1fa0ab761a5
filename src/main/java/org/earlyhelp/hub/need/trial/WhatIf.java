package org.earlyhelp.hub.need.trial;

import java.util.List;

/**
 * What a candidate set of rules would change. Counts are of all families, the list stops at {@link #LISTED_LIMIT}.
 *
 * @param undecidedBefore families for which some rule in force cannot be evaluated
 * @param levelOnly       families with another level but the same alert, or none
 * @param listed          families that gain, lose or change an alert, by reference
 * @param weeks           empty unless a first day was asked for; see {@link Steps} for how the past is reckoned
 */
public record WhatIf(long families, long gain, long lose, long change, long levelOnly, long undecidedBefore, long undecidedAfter,
                     List<FamilyDifference> listed, boolean listTruncated, List<WeekCount> weeks) {
    /** No longer list helps a person to decide. */
    public static final int LISTED_LIMIT = 500;

    public WhatIf {
        listed = List.copyOf(listed);
        weeks = List.copyOf(weeks);
    }

    /** Whether the candidate would treat any family otherwise today. */
    public boolean changesNothing() {
        return gain + lose + change + levelOnly == 0;
    }
}
