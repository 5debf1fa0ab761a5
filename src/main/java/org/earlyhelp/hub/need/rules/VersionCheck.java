package org.earlyhelp.hub.need.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refuses a change of what a rule says without a higher version: an alert names the version that raised it, and that
 * must tell one text. Examples and comments may change freely; whatever else a file says has the file's version.
 */
public final class VersionCheck {
    private static final Map<RuleFile, String> LISTS = Map.of(RuleFile.NEEDS, "needs", RuleFile.LEVELS, "harm-tests", RuleFile.ALERTS, "alerts");
    private static final String VERSION = "version";

    private final RuleSet before;
    private final RuleSet after;
    private final List<ConfigFault> faults = new ArrayList<>();

    private VersionCheck(RuleSet before, RuleSet after) {
        this.before = before;
        this.after = after;
    }

    /** What was changed without raising its version, each with file and line in {@code after}. */
    public static List<ConfigFault> faults(RuleSet before, RuleSet after) {
        VersionCheck check = new VersionCheck(before, after);
        for (RuleFile file : RuleFile.values()) {
            check.compare(file);
        }
        return List.copyOf(check.faults);
    }

    /** The rules of a file by their JSON pointers; "" for a file that has none. */
    static Map<String, JsonNode> rules(DeclaredFile file, String list) {
        Map<String, JsonNode> rules = new LinkedHashMap<>();
        JsonNode all = file.root().path(list);
        for (int i = 0; i < all.size(); i++) {
            rules.put("/" + list + "/" + i, all.get(i));
        }
        return rules;
    }

    private void compare(RuleFile name) {
        DeclaredFile old = before.files().get(name);
        DeclaredFile now = after.files().get(name);
        String list = LISTS.getOrDefault(name, "");
        Map<String, JsonNode> earlier = new LinkedHashMap<>();
        rules(old, list).values().forEach(rule -> earlier.put(rule.path("id").asString(), rule));
        rules(now, list).forEach((at, rule) -> {
            JsonNode was = earlier.get(rule.path("id").asString());
            if (was != null) {
                compare(now, at, "the rule " + rule.path("id").asString(), meaning(was), meaning(rule));
            }
        });
        compare(now, "", "the file", rest(old, list), rest(now, list));
    }

    private void compare(DeclaredFile file, String at, String what, ObjectNode was, ObjectNode is) {
        int old = was.path(VERSION).asInt();
        int now = is.path(VERSION).asInt();
        was.remove(VERSION);
        is.remove(VERSION);
        if (now < old) {
            faults.add(file.faultAt(at + "/version", what + " has version " + now + ", but version " + old + " is in force"));
        } else if (now == old && !was.equals(is)) {
            faults.add(file.faultAt(at + "/version", what + " was changed but is still version " + old + ": make it version " + (old + 1)));
        }
    }

    private static ObjectNode meaning(JsonNode rule) {
        ObjectNode meaning = (ObjectNode) rule.deepCopy();
        meaning.remove("examples");
        return meaning;
    }

    private static ObjectNode rest(DeclaredFile file, String list) {
        ObjectNode rest = file.root().deepCopy();
        rest.remove(list);
        return rest;
    }
}
