package org.earlyhelp.hub.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A part of a mapping file with the place where it stands, read without ever failing: what is absent reads as absent. */
record Declaration(JsonNode node, String pointer) {
    /** The part under that name; its node is null when there is none. */
    Declaration at(String name) {
        return new Declaration(node == null ? null : node.get(name), pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    boolean exists() {
        return node != null && !node.isNull();
    }

    /** The text or number here; {@code otherwise} when there is none. */
    String text(String otherwise) {
        return exists() && node.isValueNode() ? node.asString() : otherwise;
    }

    boolean isTrue() {
        return exists() && node.isBoolean() && node.booleanValue();
    }

    int number(int otherwise) {
        return exists() && node.isNumber() ? node.intValue() : otherwise;
    }

    /** The texts of a list, or the one text. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Declaration item : items()) {
            texts.add(item.text(""));
        }
        return texts;
    }

    /** The items of a list, or the one item that stands in place of a list; none when absent. */
    List<Declaration> items() {
        if (!exists()) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(this);
        }
        List<Declaration> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Declaration(node.get(i), pointer + "/" + i));
        }
        return items;
    }

    /** The named parts, in the order of the file. */
    Map<String, Declaration> parts() {
        Map<String, Declaration> parts = new LinkedHashMap<>();
        if (exists() && node.isObject()) {
            node.propertyNames().forEach(name -> parts.put(name, at(name)));
        }
        return parts;
    }

    /** This part with the named parts of {@code over} on top; what stands in both is taken from there. */
    Map<String, Declaration> partsOverlaidBy(Declaration over) {
        Map<String, Declaration> parts = parts();
        parts.putAll(over.parts());
        return parts;
    }
}
