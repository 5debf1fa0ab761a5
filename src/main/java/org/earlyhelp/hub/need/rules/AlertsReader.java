package org.earlyhelp.hub.need.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import tools.jackson.databind.JsonNode;

/** Reads the rules of {@code alerts.yaml}: what the schema cannot say is checked here. */
final class AlertsReader {
    private static final String URGENT = "frontdoor.first-contact";

    private final DeclaredFile file;
    private final List<ConfigFault> faults;

    AlertsReader(DeclaredFile file, List<ConfigFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** {@code needs} is empty when nobody can say which there are. */
    List<AlertRule> alerts(Optional<List<NeedRule>> needs) {
        List<AlertRule> alerts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        JsonNode list = file.root().path("alerts");
        for (int i = 0; i < list.size(); i++) {
            String at = "/alerts/" + i;
            AlertRule rule = rule(list.get(i));
            if (!ids.add(rule.id())) {
                faults.add(file.faultAt(at + "/id", "the rule " + rule.id() + " stands twice"));
            }
            if (rule.condition().needsLevelFour() != rule.queue().equals(URGENT)) {
                faults.add(file.faultAt(at + "/queue", "level 4 goes to " + URGENT + ", and nothing else does"));
            }
            new CombinationCheck(file, faults).check(list.get(i).path("holds-when"), at + "/holds-when");
            needs.ifPresent(known -> checkNeeds(rule, known, at));
            alerts.add(rule);
        }
        new SupersedesCheck(file, "/alerts", faults).alerts(alerts);
        return alerts;
    }

    private static AlertRule rule(JsonNode node) {
        return new AlertRule(node.path("id").asString(), node.path("version").asInt(), node.path("title").asString(), node.path("on").asBoolean(true),
                node.path("queue").asString(), ConditionReader.texts(node.path("serves")), ConditionReader.texts(node.path("supersedes")),
                ConditionReader.alert(node.path("holds-when")), examples(node));
    }

    private static List<AlertExample> examples(JsonNode rule) {
        List<AlertExample> examples = new ArrayList<>();
        rule.path("examples").forEach(example -> {
            List<AlertExample.Given> needs = new ArrayList<>();
            example.path("needs").forEach(need -> needs.add(new AlertExample.Given(need.path("need").asString(), need.path("agency").asString(),
                    need.path("grade").asString(""))));
            examples.add(new AlertExample(example.path("title").asString(), needs, example.path("harmed").asBoolean(false),
                    example.path("expect").asString().equals("holds")));
        });
        return examples;
    }

    private void checkNeeds(AlertRule rule, List<NeedRule> needs, String at) {
        Map<String, NeedRule> known = needs.stream().collect(Collectors.toMap(NeedRule::id, need -> need, (one, other) -> one));
        rule.condition().needs().filter(code -> !known.containsKey(code)).distinct().forEach(code ->
                faults.add(file.faultAt(at + "/holds-when", "there is no need " + code + " in needs.yaml")));
        for (int i = 0; i < rule.examples().size(); i++) {
            String example = at + "/examples/" + i;
            rule.examples().get(i).needs().stream().filter(given -> !known.containsKey(given.need())
                    || !given.grade().isEmpty() && known.get(given.need()).rankOf(given.grade()) == 0).forEach(given -> faults.add(
                            file.faultAt(example, "there is no need " + given.need() + (given.grade().isEmpty() ? "" : " graded " + given.grade()))));
        }
    }
}
