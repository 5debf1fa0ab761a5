package org.earlyhelp.hub.sharing.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of the sharing log: what is committed to ({@code payload}, canonical JSON by RFC 8785) and the salt that
 * keeps a commitment from being guessed. Holds references and names of fields, never values.
 *
 * @param columns what of the payload is searched by
 * @param salt    32 random bytes
 */
public record SharingEntry(EntryColumns columns, String payload, byte[] salt) {
    /** Length of every salt. */
    public static final int SALT_BYTES = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The entry that the members make; those that are null are left out. */
    public static SharingEntry of(Map<String, ?> members, byte[] salt) {
        return new SharingEntry(EntryColumns.of(members), canonical(members), salt);
    }

    /** ULID of the entry. */
    public String id() {
        return columns.id();
    }

    /** Canonical JSON of the members; those that are null are left out. Numbers must be whole and below 2^53. */
    public static String canonical(Map<String, ?> members) {
        Map<String, Object> present = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(present)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON of our own making could not be read back", e);
        }
    }
}
