package org.earlyhelp.hub.need.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import org.earlyhelp.hub.need.rules.RuleFile;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.rules.RulesReader;
import org.springframework.modulith.NamedInterface;
import tools.jackson.databind.JsonNode;

/**
 * Tries {@code rules/} without putting it in force: every file by its schema, all files together, and when these are good
 * every example that stands beside a rule.
 */
@NamedInterface("rule-trial")
public final class RuleTrial {
    private static final Map<RuleFile, String> LISTS = Map.of(RuleFile.NEEDS, "/needs", RuleFile.LEVELS, "/harm-tests", RuleFile.ALERTS, "/alerts");

    private RuleTrial() {
    }

    /** All that is wrong in the folder, each with file and line; empty when the rules may come into force. */
    public static List<ConfigFault> faults(Path rulesDir) {
        List<ConfigFault> faults = new ArrayList<>();
        Map<RuleFile, DeclaredFile> files = new EnumMap<>(RuleFile.class);
        for (RuleFile file : RuleFile.values()) {
            Checked<DeclaredFile> read = file.read(rulesDir);
            faults.addAll(read.faults());
            read.asOptional().ifPresent(declared -> files.put(file, declared));
        }
        faults.addAll(files.size() == RuleFile.values().length ? together(files) : RulesReader.faultsWithin(files));
        return faults;
    }

    private static List<ConfigFault> together(Map<RuleFile, DeclaredFile> files) {
        Checked<Rules> rules = RulesReader.read(files);
        return rules.asOptional().map(good -> new RuleExamples(good).failures().stream().map(failure -> fault(files, failure)).toList())
                .orElse(rules.faults());
    }

    private static ConfigFault fault(Map<RuleFile, DeclaredFile> files, RuleExamples.Failure failure) {
        for (Map.Entry<RuleFile, String> list : LISTS.entrySet()) {
            DeclaredFile file = files.get(list.getKey());
            String pointer = pointer(file, list.getValue(), failure);
            if (!pointer.isEmpty()) {
                return file.faultAt(pointer, failure.toString());
            }
        }
        throw new IllegalStateException("an example failed that stands in no file");
    }

    /** Where the example stands below the list of rules; "" when it is not there. */
    private static String pointer(DeclaredFile file, String list, RuleExamples.Failure failure) {
        JsonNode rules = file.root().at(list);
        for (int i = 0; i < rules.size(); i++) {
            JsonNode examples = rules.path(i).path("examples");
            for (int j = 0; j < examples.size(); j++) {
                if (rules.path(i).path("id").asString().equals(failure.rule()) && examples.path(j).path("title").asString().equals(failure.example())) {
                    return list + "/" + i + "/examples/" + j;
                }
            }
        }
        return "";
    }
}
