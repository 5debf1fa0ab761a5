package org.earlyhelp.hub.rights.request;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who asks and what for, in their words; kept sealed.
 *
 * @param name  as they gave it
 * @param reach where an answer goes: only what they gave themselves, never an address from the hub
 * @param about whose data they ask for, as they say it; empty when it is their own
 * @param words what they ask, in short
 */
public record RequestDetails(String name, String reach, String about, String words) {
    /** Of {@code name}. */
    public static final int NAME_LIMIT_CHARACTERS = 200;
    /** Of each of the others. */
    public static final int TEXT_LIMIT_CHARACTERS = 2_000;

    /** As it is sealed. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", name);
        texts.put("reach", reach);
        texts.put("about", about);
        texts.put("words", words);
        return texts;
    }

    /** From texts by name; one that is missing is "". */
    public static RequestDetails of(Map<String, String> texts) {
        return new RequestDetails(texts.getOrDefault("name", ""), texts.getOrDefault("reach", ""), texts.getOrDefault("about", ""), texts.getOrDefault("words", ""));
    }

    @Override
    public String toString() {
        return "the sealed details of a request";
    }
}
