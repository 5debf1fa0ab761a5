package org.earlyhelp.hub.identity.cluster;

import java.util.Collection;
import java.util.List;
import org.earlyhelp.hub.linkage.Decision;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;

/**
 * Mentions that joined two people while they were one: whose they are when the two are parted. Each goes where the rules
 * would place it; where they place it with neither or with both alike it stays.
 */
public record Newcomers(LinkageModel model, List<Description> staying, List<Description> leaving) {
    /** Those of the mentions that fit the one who leaves better; both people must be described by what they had before. */
    public List<Long> ofTheLeaving(Collection<Long> mentions, PersonIndex index) {
        return mentions.stream().filter(mention -> fitsTheLeaving(index.describes(mention))).toList();
    }

    private boolean fitsTheLeaving(Description mention) {
        Decision leaves = decide(mention, leaving);
        Decision stays = decide(mention, staying);
        return leaves instanceof Decision.Join && !leaves.equals(stays) && leaves.strongest(stays) == leaves;
    }

    private Decision decide(Description mention, List<Description> known) {
        return known.isEmpty() ? Decision.APART : model.decide(mention, known);
    }
}
