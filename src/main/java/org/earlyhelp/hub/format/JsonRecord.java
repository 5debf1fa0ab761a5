package org.earlyhelp.hub.format;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One JSON object. A path that meets an array goes on in each of its elements. */
record JsonRecord(SourceLocation at, JsonNode object) implements SourceRecord {
    @Override
    public List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : nodes(path)) {
            String text = node.isValueNode() && !node.isNull() ? Texts.stripped(node.asString()) : null;
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    @Override
    public List<SourceRecord> parts(String path) {
        List<SourceRecord> parts = new ArrayList<>();
        for (JsonNode node : nodes(path)) {
            if (node.isObject()) {
                parts.add(new JsonRecord(at, node));
            }
        }
        return parts;
    }

    @Override
    public boolean isStated(String path) {
        int dot = path.lastIndexOf('.');
        List<JsonNode> around = dot < 0 ? List.of(object) : nodes(path.substring(0, dot));
        return around.stream().map(node -> node.get(path.substring(dot + 1))).anyMatch(node -> node != null && node.isArray())
                || !texts(path).isEmpty();
    }

    /** The first text at any depth that may not stand there; NONE when all may. */
    Texts.Fault fault() {
        return faultIn(object);
    }

    private List<JsonNode> nodes(String path) {
        List<JsonNode> nodes = List.of(object);
        for (int from = 0; from <= path.length(); ) {
            int dot = path.indexOf('.', from);
            int to = dot < 0 ? path.length() : dot;
            nodes = children(nodes, path.substring(from, to));
            from = to + 1;
        }
        return nodes;
    }

    private static List<JsonNode> children(List<JsonNode> nodes, String name) {
        List<JsonNode> children = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonNode child = node.get(name);
            if (child != null && child.isArray()) {
                children.addAll(child.values());
            } else if (child != null) {
                children.add(child);
            }
        }
        return children;
    }

    private static Texts.Fault faultIn(JsonNode node) {
        if (node.isString()) {
            return Texts.faultOf(node.stringValue());
        }
        for (JsonNode child : node.values()) {
            Texts.Fault fault = faultIn(child);
            if (fault != Texts.Fault.NONE) {
                return fault;
            }
        }
        return Texts.Fault.NONE;
    }
}
