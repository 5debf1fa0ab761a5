package org.earlyhelp.hub.need.lane;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.canary.CanaryRefused;
import org.earlyhelp.hub.need.CanaryAssessment;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.storage.FamiliesOfRecords;
import org.springframework.stereotype.Component;

@Component
class CanaryAssessor implements CanaryAssessment {
    private final FamilyAssessor assessor;
    private final FamiliesOfRecords families;
    private final RuleBook rules;

    CanaryAssessor(FamilyAssessor assessor, FamiliesOfRecords families, RuleBook rules) {
        this.assessor = assessor;
        this.families = families;
        this.rules = rules;
    }

    @Override
    public Map<Long, String> assess(Collection<Long> records) {
        Map<Long, String> found = families.of(records);
        if (families.haveOther(found.keySet(), records)) {
            throw new CanaryRefused("it was taken for somebody whom other records know, such as one sent with the number 9999999999");
        }
        Rules inForce = rules.rules().orElseThrow(() -> new CanaryRefused("no rules are in force"));
        assessor.assess(inForce, List.copyOf(found.keySet()));
        return found;
    }
}
