package org.earlyhelp.hub.alert.message;

import java.util.HashMap;
import java.util.Map;

/**
 * A message ready for the bus. Only {@link org.earlyhelp.hub.sharing.Disclosed} ones can be put in the outbox.
 *
 * @param id         the CloudEvents id: the same however often it is sent
 * @param family     F- reference: correlation id and JMS group; null for a message about no family
 * @param properties string properties for selectors
 */
public record OutboxMessage(String id, String queue, String type, String family, int priority, Map<String, String> properties, String body) {
    public OutboxMessage {
        properties = Map.copyOf(properties);
    }

    /** The same message with further properties, that are none of its content. */
    public OutboxMessage with(Map<String, String> further) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(further);
        return new OutboxMessage(id, queue, type, family, priority, all, body);
    }
}
