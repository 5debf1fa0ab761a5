package org.earlyhelp.hub.need.storage;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A JSON list of sentences. */
final class NoteList {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {
    };

    private NoteList() {
    }

    /** The sentences; none for null or an empty list. */
    static List<String> read(String json) {
        return json == null || json.equals("[]") ? List.of() : MAPPER.readValue(json, SENTENCES);
    }
}
