package org.earlyhelp.hub.need.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import tools.jackson.databind.JsonNode;

/** Reads {@code needs.yaml} and the harm tests of {@code levels.yaml}: what the schema cannot say is checked here. */
final class NeedsReader {
    private final DeclaredFile file;
    private final List<ConfigFault> faults;
    private final Set<String> ids = new HashSet<>();

    NeedsReader(DeclaredFile file, List<ConfigFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** {@code concernCodes} is empty when nobody can say which there are. */
    List<NeedRule> needs(Optional<Set<String>> concernCodes) {
        List<NeedRule> rules = new ArrayList<>();
        JsonNode list = file.root().path("needs");
        for (int i = 0; i < list.size(); i++) {
            String at = "/needs/" + i;
            NeedRule rule = need(list.get(i), at);
            if (rule != null) {
                concernCodes.ifPresent(codes -> checkConcerns(rule, codes, at));
                rules.add(rule);
            }
        }
        return rules;
    }

    List<HarmRule> harmTests() {
        List<HarmRule> rules = new ArrayList<>();
        JsonNode list = file.root().path("harm-tests");
        for (int i = 0; i < list.size(); i++) {
            HarmRule rule = harm(list.get(i), "/harm-tests/" + i);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private NeedRule need(JsonNode node, String at) {
        try {
            NeedCondition condition = ConditionReader.need(node);
            JsonNode alone = node.path("stands-alone");
            NeedRule rule = new NeedRule(node.path("id").asString(), node.path("version").asInt(), node.path("title").asString(),
                    node.path("on").asBoolean(true), node.path("group").asString(), node.path("outcome").asString(),
                    node.path("direct-referral").asString(null), alone.isArray() || alone.asBoolean(false),
                    ConditionReader.texts(alone), condition, node.path("says").asString(), ExampleReader.examples(file, node));
            check(rule.id(), rule.sentence(), condition.getClass(), at);
            checkGrades(rule, node, at);
            return rule;
        } catch (IllegalArgumentException e) {
            faults.add(file.faultAt(at, e.getMessage()));
            return null;
        }
    }

    private HarmRule harm(JsonNode node, String at) {
        try {
            HarmRule.Condition condition = ConditionReader.harm(node.path("holds-when"));
            HarmRule rule = new HarmRule(node.path("id").asString(), node.path("version").asInt(), node.path("title").asString(),
                    node.path("on").asBoolean(true), condition, node.path("says").asString(), ExampleReader.examples(file, node));
            check(rule.id(), rule.sentence(), condition.getClass(), at);
            return rule;
        } catch (IllegalArgumentException e) {
            faults.add(file.faultAt(at, e.getMessage()));
            return null;
        }
    }

    private void check(String id, String sentence, Class<?> condition, String at) {
        if (!ids.add(id)) {
            faults.add(file.faultAt(at + "/id", "the rule " + id + " stands twice"));
        }
        for (String place : Sentences.unknownPlaces(sentence, condition)) {
            faults.add(file.faultAt(at + "/says", "{" + place + "} is no place that this kind of fact can fill"));
        }
    }

    private void checkGrades(NeedRule rule, JsonNode node, String at) {
        for (String grade : rule.aloneAtGrades()) {
            if (rule.rankOf(grade) == 0) {
                faults.add(file.faultAt(at + "/stands-alone", "the rule has no grade " + grade));
            }
        }
        boolean counts = rule.condition() instanceof NeedCondition.MissingEpisode || rule.condition() instanceof NeedCondition.DomesticAbuse;
        if (node.has("repeat") && !counts) {
            faults.add(file.faultAt(at + "/repeat", "this kind of fact is not counted, so it has no repeat"));
        }
    }

    private void checkConcerns(NeedRule rule, Set<String> known, String at) {
        if (rule.condition() instanceof NeedCondition.ConcernStated stated) {
            stated.codes().stream().filter(code -> !known.contains(code)).forEach(code ->
                    faults.add(file.faultAt(at + "/holds-when/codes", "the concern " + code + " is not in concerns.yaml")));
        }
    }
}
