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
        new SupersedesCheck(file, "/needs", faults).needs(rules);
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
                    ConditionReader.texts(alone), condition, ConditionReader.graded(node), ConditionReader.texts(node.path("supersedes")), node.path("says").asString(), ExampleReader.examples(file, node));
            check(rule.id(), rule.sentence(), Sentences.places(condition), at);
            checkConditions(rule, node, at);
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
                    node.path("on").asBoolean(true), node.path("outcome").asString(), condition, node.path("says").asString(), ExampleReader.examples(file, node));
            check(rule.id(), rule.sentence(), Sentences.places(condition), at);
            return rule;
        } catch (IllegalArgumentException e) {
            faults.add(file.faultAt(at, e.getMessage()));
            return null;
        }
    }

    private void check(String id, String sentence, Set<String> places, String at) {
        if (!ids.add(id)) {
            faults.add(file.faultAt(at + "/id", "the rule " + id + " stands twice"));
        }
        for (String place : Sentences.unknownPlaces(sentence, places)) {
            faults.add(file.faultAt(at + "/says", "{" + place + "} is no place that this kind of fact can fill"));
        }
    }

    private void checkConditions(NeedRule rule, JsonNode node, String at) {
        CombinationCheck combinations = new CombinationCheck(file, faults);
        combinations.check(node.path("holds-when"), at + "/holds-when");
        if (!rule.condition().givesEvidence()) {
            faults.add(file.faultAt(at + "/holds-when", "no fact need stand behind this: \"none\" and an age prove nothing by themselves"));
        }
        for (int i = 0; i < rule.graded().size(); i++) {
            combinations.check(node.path("graded").path(i).path("holds-when"), at + "/graded/" + i + "/holds-when");
        }
    }

    private void checkGrades(NeedRule rule, JsonNode node, String at) {
        for (String grade : rule.aloneAtGrades()) {
            if (rule.rankOf(grade) == 0) {
                faults.add(file.faultAt(at + "/stands-alone", "the rule has no grade " + grade));
            }
        }
        if (rule.grades().stream().distinct().count() < rule.grades().size()) {
            faults.add(file.faultAt(at + "/graded", "a grade stands twice"));
        }
        boolean counts = rule.condition() instanceof NeedCondition.MissingEpisode || rule.condition() instanceof NeedCondition.DomesticAbuse;
        if (node.has("repeat") && !counts) {
            faults.add(file.faultAt(at + "/repeat", "this kind of fact is not counted, so it has no repeat"));
        }
    }

    private void checkConcerns(NeedRule rule, Set<String> known, String at) {
        rule.leaves().filter(NeedCondition.ConcernStated.class::isInstance).flatMap(leaf -> ((NeedCondition.ConcernStated) leaf).codes().stream())
                .filter(code -> !known.contains(code)).distinct().forEach(code ->
                        faults.add(file.faultAt(at + "/holds-when/codes", "the concern " + code + " is not in concerns.yaml")));
    }
}
