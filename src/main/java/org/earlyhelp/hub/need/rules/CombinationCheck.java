package org.earlyhelp.hub.need.rules;

import java.util.List;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import org.earlyhelp.hub.need.rules.NeedCondition.Join;
import tools.jackson.databind.JsonNode;

/** Refuses combinations nested deeper than {@link NeedCondition.Combined#DEPTH_LIMIT}, and ages that no child can have. */
final class CombinationCheck {
    private final DeclaredFile file;
    private final List<ConfigFault> faults;

    CombinationCheck(DeclaredFile file, List<ConfigFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** {@code when} is a condition of a need or an alert rule, {@code at} the pointer to it. */
    void check(JsonNode when, String at) {
        check(when, at, 1);
    }

    private void check(JsonNode when, String at, int depth) {
        if (when.path("fact").asString("").equals("age") && when.path("from-years").asInt(0) >= when.path("under-years").asInt()) {
            faults.add(file.faultAt(at, "from-years must be less than under-years"));
        }
        for (Join join : Join.values()) {
            String inside = at + "/" + ConditionReader.word(join);
            JsonNode parts = when.path(ConditionReader.word(join));
            if (parts.isArray() && depth > NeedCondition.Combined.DEPTH_LIMIT) {
                faults.add(file.faultAt(inside, "combinations may stand " + NeedCondition.Combined.DEPTH_LIMIT + " deep, this one is deeper"));
                return;
            }
            for (int i = 0; i < parts.size(); i++) {
                check(parts.get(i), inside + "/" + i, depth + 1);
            }
        }
    }
}
