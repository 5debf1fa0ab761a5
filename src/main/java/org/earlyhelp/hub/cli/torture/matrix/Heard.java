package org.earlyhelp.hub.cli.torture.matrix;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.FrontDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the front door heard: messages with the repeats dropped by their id, as any receiver must.
 *
 * @param raised  alerts that were raised, one word each time
 * @param repeats messages dropped
 */
record Heard(List<String> raised, int repeats) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Takes all messages that lie on the queues. */
    static Heard take(ChildHub hub) throws JMSException {
        Set<String> ids = new HashSet<>();
        List<String> raised = new ArrayList<>();
        int repeats = 0;
        try (FrontDoor door = FrontDoor.open(hub)) {
            for (String queue : FrontDoor.QUEUES) {
                for (Optional<String> body = door.next(queue, PATIENCE); body.isPresent(); body = door.next(queue, PATIENCE)) {
                    JsonNode message = JSON.readTree(body.get());
                    if (!ids.add(message.path("id").asString())) {
                        repeats++;
                    } else if (message.path("type").asString().equals("earlyhelp.alert.raised.v1")) {
                        raised.add(message.path("data").path("alert").asString());
                    }
                }
            }
        }
        return new Heard(raised, repeats);
    }
}
