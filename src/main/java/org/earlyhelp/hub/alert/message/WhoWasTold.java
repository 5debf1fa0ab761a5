package org.earlyhelp.hub.alert.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.alert.Recall.By;
import org.earlyhelp.hub.alert.Recall.Told;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.Purpose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sums up entries of the sharing log by whom they told. Matching and operation tell nobody of an alert. Pure. */
public final class WhoWasTold {
    private static final Set<ActKind> TELLING = Set.of(ActKind.SENT, ActKind.VIEWED, ActKind.EXPORTED, ActKind.OUTCOME);
    private static final Set<String> NOT_OF_ALERTS = Set.of(Purpose.MATCHING.name(), Purpose.OPERATION.name());
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private WhoWasTold() {
    }

    private record Key(String kind, String name, String who, String act, String channel) {
    }

    /** Everyone told, in the order first told; people by page, queues by message, agencies by file. */
    public static List<Told> of(List<LoggedEntry> entries) {
        Map<Key, List<Instant>> told = new LinkedHashMap<>();
        for (LoggedEntry entry : entries) {
            JsonNode payload = MAPPER.readTree(entry.payload() == null ? "{}" : entry.payload());
            if (TELLING.contains(entry.kind()) && !NOT_OF_ALERTS.contains(payload.path("purpose").asString(""))) {
                told.computeIfAbsent(key(entry, payload), any -> new ArrayList<>()).add(entry.at());
            }
        }
        return told.entrySet().stream().map(one -> told(one.getKey(), one.getValue().stream().sorted().toList())).toList();
    }

    private static Key key(LoggedEntry entry, JsonNode payload) {
        JsonNode recipient = payload.path("recipient");
        return new Key(recipient.path("kind").asString(""), recipient.path("name").asString(entry.recipient()), recipient.path("who").asString(""),
                entry.kind().name(), payload.path("channel").asString(""));
    }

    private static Told told(Key key, List<Instant> at) {
        By by = switch (key.kind()) {
            case "QUEUE" -> By.MESSAGE;
            case "AGENCY" -> By.FILE;
            default -> By.PAGE;
        };
        return new Told(key.kind(), key.name(), key.who(), key.act(), key.channel(), at.get(0), at.get(at.size() - 1), at.size(), by);
    }
}
