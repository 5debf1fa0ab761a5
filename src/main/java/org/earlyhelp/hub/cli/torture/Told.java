package org.earlyhelp.hub.cli.torture;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.FrontDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the front door was told: the messages of both queues in their order, repeats dropped by id as any consumer must.
 *
 * @param altered ids under which a repeat said something else
 */
record Told(List<News> news, int repeats, List<String> altered) {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** One message about one version of an alert. */
    record News(String id, String type, String alert, int version) {
        boolean isRaised() {
            return type.equals("earlyhelp.alert.raised.v1");
        }

        /** Whether it only tells again, to all who were told, that the alert is withdrawn. */
        boolean isRecall() {
            return type.equals("earlyhelp.alert.recalled.v1");
        }

        /** Whether it says that the alert is withdrawn or closed. */
        boolean isEnd() {
            return type.equals("earlyhelp.alert.withdrawn.v1") || type.equals("earlyhelp.alert.closed.v1");
        }
    }

    /** Takes all messages from the queues. */
    static Told take(ChildHub hub) throws IOException {
        Map<String, String> bodies = new LinkedHashMap<>();
        List<String> altered = new ArrayList<>();
        int messages = 0;
        try (FrontDoor door = FrontDoor.open(hub)) {
            for (String queue : FrontDoor.QUEUES) {
                for (Optional<String> body = door.next(queue, PATIENCE); body.isPresent(); body = door.next(queue, PATIENCE)) {
                    messages++;
                    String id = JSON.readTree(body.get()).path("id").asString();
                    String first = bodies.putIfAbsent(id, body.get());
                    if (first != null && !first.equals(body.get())) {
                        altered.add(id);
                    }
                }
            }
        } catch (JMSException e) {
            throw new IOException("the queues cannot be read", e);
        }
        return new Told(bodies.values().stream().map(Told::news).filter(news -> !news.isRecall()).toList(), messages - bodies.size(), altered);
    }

    private static News news(String body) {
        JsonNode message = JSON.readTree(body);
        JsonNode data = message.path("data");
        return new News(message.path("id").asString(), message.path("type").asString(), data.path("alert").asString(), data.path("version").asInt());
    }
}
