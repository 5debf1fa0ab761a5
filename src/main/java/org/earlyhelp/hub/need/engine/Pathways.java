package org.earlyhelp.hub.need.engine;

import java.util.List;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.rules.Localities;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.rules.Rules.Pathway;

/** What should happen with a family: the first pathway of the declared order that fits. */
final class Pathways {
    private final Rules rules;

    Pathways(Rules rules) {
        this.rules = rules;
    }

    String first(int level, List<Need> needs, String locality, List<Assessment.OpenInvolvement> open) {
        return rules.pathways().stream().filter(pathway -> fits(pathway, level, needs, locality, open)).findFirst()
                .orElse(Pathway.EARLY_HELP_ASSESSMENT).name();
    }

    private boolean fits(Pathway pathway, int level, List<Need> needs, String locality, List<Assessment.OpenInvolvement> open) {
        return switch (pathway) {
            case OTHER_AUTHORITY -> locality.equals(Localities.OUT_OF_AREA);
            case ALREADY_OPEN -> !open.isEmpty();
            case FIRST_CONTACT -> level == 4;
            case DIRECT_REFERRAL -> isOneNeedOfOneService(needs);
            case EARLY_HELP_ASSESSMENT -> true;
        };
    }

    /** Exactly one need of one person, shown by however many agencies, that a single service meets. */
    private boolean isOneNeedOfOneService(List<Need> needs) {
        return needs.stream().map(need -> need.code() + " " + need.person()).distinct().count() == 1
                && rules.need(needs.get(0).code()).filter(rule -> rule.directReferral() != null).isPresent();
    }
}
