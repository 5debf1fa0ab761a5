package org.earlyhelp.hub.need.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import tools.jackson.databind.JsonNode;

/** Refuses "supersedes" of a rule that is not there, belongs elsewhere, or in the end supersedes the rule itself. */
final class SupersedesCheck {
    private final DeclaredFile file;
    private final String list;
    private final List<ConfigFault> faults;
    private final Map<String, Set<String>> supersedes = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    /** {@code list} is the pointer to the list of rules. */
    SupersedesCheck(DeclaredFile file, String list, List<ConfigFault> faults) {
        this.file = file;
        this.list = list;
        this.faults = faults;
    }

    /** A need may replace needs of its own group. */
    void needs(List<NeedRule> rules) {
        rules.forEach(rule -> add(rule.id(), rule.supersedes(), rule.group()));
        check("group");
    }

    /** An alert rule may replace rules of its own queue. */
    void alerts(List<AlertRule> rules) {
        rules.forEach(rule -> add(rule.id(), rule.supersedes(), rule.queue()));
        check("queue");
    }

    private void add(String id, Set<String> others, String place) {
        supersedes.put(id, others);
        places.put(id, place);
    }

    private void check(String kindOfPlace) {
        JsonNode rules = file.root().at(list);
        for (int i = 0; i < rules.size(); i++) {
            String id = rules.path(i).path("id").asString();
            JsonNode named = rules.path(i).path("supersedes");
            for (int j = 0; j < named.size(); j++) {
                fault(id, named.get(j).asString(), kindOfPlace, list + "/" + i + "/supersedes");
            }
        }
    }

    private void fault(String id, String other, String kindOfPlace, String at) {
        if (!places.containsKey(other)) {
            faults.add(file.faultAt(at, "there is no rule " + other + " to supersede"));
        } else if (!places.get(other).equals(places.get(id))) {
            faults.add(file.faultAt(at, other + " is of another " + kindOfPlace + ", so it cannot be superseded by " + id));
        } else if (leadsTo(other, id)) {
            faults.add(file.faultAt(at, id + " and " + other + " would supersede each other"));
        }
    }

    private boolean leadsTo(String from, String wanted) {
        Set<String> met = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String rule = open.remove(open.size() - 1);
            if (rule.equals(wanted)) {
                return true;
            }
            if (met.add(rule)) {
                open.addAll(supersedes.getOrDefault(rule, Set.of()));
            }
        }
        return false;
    }
}
