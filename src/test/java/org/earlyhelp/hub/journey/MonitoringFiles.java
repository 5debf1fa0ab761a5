package org.earlyhelp.hub.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The alarm rules and the dashboard of {@code src/docs/monitoring}, and the trials of the rules that lie beside the tests. */
final class MonitoringFiles {
    static final Path RULES = Path.of("src/docs/monitoring/alarms.yaml");
    static final Path DASHBOARD = Path.of("src/docs/monitoring/dashboard.json");
    static final Path SETTINGS = Path.of("src/docs/monitoring/prometheus.yaml");
    static final Path TRIALS = Path.of("src/test/resources/monitoring/trials.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    private MonitoringFiles() {
    }

    static List<JsonNode> rules() throws IOException {
        return YAML.readTree(Files.readString(RULES)).at("/groups/0/rules").valueStream().toList();
    }

    static List<JsonNode> panels() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(DASHBOARD)).at("/panels").valueStream().toList();
    }

    static List<JsonNode> trials() throws IOException {
        return YAML.readTree(Files.readString(TRIALS)).valueStream().toList();
    }

    /** All that the rules or the dashboard ask Prometheus for. */
    static List<String> expressions(Path file) throws IOException {
        JsonNode all = file.equals(DASHBOARD) ? JsonMapper.shared().readTree(Files.readString(file)) : YAML.readTree(Files.readString(file));
        return all.findValues("expr").stream().map(JsonNode::asString).toList();
    }

    /** The dashboard's questions as rules that record their answer, the one form in which promtool reads them. */
    static String dashboardAsRules() throws IOException {
        List<Map<String, String>> rules = new ArrayList<>();
        for (String expression : expressions(DASHBOARD)) {
            rules.add(Map.of("record", "panel:" + rules.size(), "expr", expression));
        }
        return YAML.writeValueAsString(Map.of("groups", List.of(Map.of("name", "dashboard", "rules", rules))));
    }

    /** The trials as promtool wants them: each rule with what it tells, its own sentences filled in. */
    static String trialsForPromtool() throws IOException {
        List<Object> tests = new ArrayList<>();
        for (JsonNode trial : trials()) {
            List<Map<String, String>> series = trial.at("/series").properties().stream().map(one -> Map.of("series", one.getKey(), "values", one.getValue().asString())).toList();
            tests.add(Map.of("interval", "1m", "input_series", series, "alert_rule_test", List.of(
                    Map.of("alertname", trial.at("/alert").asString(), "eval_time", trial.at("/quiet").asInt() + "m"),
                    Map.of("alertname", trial.at("/alert").asString(), "eval_time", trial.at("/loud").asInt() + "m", "exp_alerts", List.of(told(trial))))));
        }
        return YAML.writeValueAsString(Map.of("rule_files", List.of(RULES.toAbsolutePath().toString()), "evaluation_interval", "1m", "tests", tests));
    }

    private static Map<String, Map<String, String>> told(JsonNode trial) throws IOException {
        JsonNode rule = rules().stream().filter(one -> one.at("/alert").equals(trial.at("/alert"))).findFirst().orElseThrow();
        Map<String, String> labels = texts(trial.at("/labels"));
        Map<String, String> sentences = texts(rule.at("/annotations"));
        sentences.replaceAll((name, sentence) -> filled(sentence, labels));
        labels.putAll(texts(rule.at("/labels")));
        return Map.of("exp_labels", labels, "exp_annotations", sentences);
    }

    private static String filled(String sentence, Map<String, String> labels) {
        String filled = sentence;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            filled = filled.replace("{{ $labels." + label.getKey() + " }}", label.getValue());
        }
        return filled;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asString()));
        return texts;
    }
}
