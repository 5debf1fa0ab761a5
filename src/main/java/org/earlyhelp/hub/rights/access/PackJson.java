package org.earlyhelp.hub.rights.access;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A pack as JSON, for a machine to read; the same words as the paper. */
public final class PackJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PackJson() {
    }

    /** Indented, so that a person can read it too. */
    public static String text(Pack pack) {
        return MAPPER.writeValueAsString(pack);
    }

    /** Throws IllegalStateException for a text that is no pack. */
    public static Pack read(String text) {
        return MAPPER.readValue(text, Pack.class);
    }
}
