package org.earlyhelp.hub.alert.message;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The envelope of every message: CloudEvents 1.0, structured form. */
final class CloudEvent {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CloudEvent() {
    }

    /** The whole message as JSON text; {@code time} in whole seconds. */
    static String of(String id, String source, String type, String subject, Instant time, ObjectNode data) {
        ObjectNode event = object();
        event.put("specversion", "1.0").put("id", id).put("source", source).put("type", type).put("subject", subject)
                .put("time", stamp(time)).put("datacontenttype", "application/json");
        event.set("data", data);
        return MAPPER.writeValueAsString(event);
    }

    static String text(ObjectNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** ISO 8601 in UTC, whole seconds. */
    static String stamp(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
