package org.earlyhelp.hub.cli.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The <i>person</i> of the contract's JSON layouts, and a notice as one line. */
final class JsonPeople {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonPeople() {
    }

    static Map<String, Object> person(SentPerson sent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("surname", sent.surname());
        json.put("forenames", sent.forename());
        putIfThere(json, "dateOfBirth", sent.born() == null ? null : sent.born().toString());
        json.put("sex", sent.sex().name());
        putIfThere(json, "nhsNumber", sent.nhsNumber());
        putIfThere(json, "phone", sent.phone());
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("line1", sent.home().line1());
        address.put("town", sent.home().town());
        putIfThere(address, "postcode", sent.home().postcode());
        json.put("address", address);
        return json;
    }

    /** Asks that the person's address be seen by nobody. */
    static void hideAddress(Map<String, Object> person) {
        Map<String, Object> address = new LinkedHashMap<>();
        ((Map<?, ?>) person.get("address")).forEach((name, value) -> address.put((String) name, value));
        address.put("disclosure", "HIDDEN");
        person.put("address", address);
    }

    static void putIfThere(Map<String, Object> json, String name, Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    static String line(Map<String, Object> notice) {
        return MAPPER.writeValueAsString(notice) + "\n";
    }
}
