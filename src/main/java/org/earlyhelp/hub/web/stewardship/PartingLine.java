package org.earlyhelp.hub.web.stewardship;

import org.earlyhelp.hub.identity.review.Parting;
import org.earlyhelp.hub.identity.review.PartingDesk.Proposal;
import org.earlyhelp.hub.page.PlainTime;

/** A parting that waits for a second person, as a page tells it: references and accounts, no values. */
record PartingLine(String path, String what, String who) {
    static PartingLine of(Proposal proposal) {
        return new PartingLine(path(proposal.parting()), what(proposal.parting()),
                "Proposed by " + proposal.by() + ", " + PlainTime.of(proposal.at()) + ". Reason: " + proposal.reason());
    }

    /** The page about a parting. */
    static String path(Parting parting) {
        return "/reviews/people/" + parting.person()
                + (parting instanceof Parting.Split split ? "/split/" + split.mention() : "/unmerge/" + ((Parting.Unmerge) parting).gone());
    }

    private static String what(Parting parting) {
        return parting instanceof Parting.Unmerge unmerge ? "Take " + unmerge.gone() + " out of " + unmerge.person() + " again"
                : "Take one record out of " + parting.person();
    }
}
