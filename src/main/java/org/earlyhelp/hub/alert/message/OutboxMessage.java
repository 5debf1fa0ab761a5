package org.earlyhelp.hub.alert.message;

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
}
