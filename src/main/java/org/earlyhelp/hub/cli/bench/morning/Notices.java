package org.earlyhelp.hub.cli.bench.morning;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.FrontDoor;
import org.earlyhelp.hub.cli.outside.SftpDoor;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.person.NhsNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Police notices of children missing at high risk, one file each, and the alerts that come of them, known by the child's NHS number. */
final class Notices {
    private static final String POLICE = "avonford-police";
    private static final String QUEUE = "frontdoor.first-contact";
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final LocalDate FIRST_BORN = LocalDate.of(2012, 1, 3);
    private final Morning morning;
    private final Map<String, Duration> sent = new ConcurrentHashMap<>();
    private final Map<String, Duration> alerted = new ConcurrentHashMap<>();
    private final Map<String, String> alerts = new ConcurrentHashMap<>();

    Notices(Morning morning) {
        this.morning = morning;
    }

    /** Sends each when it is due; returns with the last. */
    Void send(ChildHub hub, Clockwork begun) throws IOException {
        try (SftpDoor police = SftpDoor.open(hub, POLICE)) {
            for (int number = 0; number < morning.notices(); number++) {
                byte[] notice = notice(number);
                begun.await(morning.noticeDue(number));
                police.send("missing-children", "notice-" + number + ".json", notice);
                sent.put(nhsNumber(number), begun.since());
            }
        }
        return null;
    }

    /** Takes alerts until each notice has its own, or {@code limit} is over. */
    Void receive(ChildHub hub, Clockwork begun, Duration limit) throws JMSException {
        try (FrontDoor door = FrontDoor.open(hub)) {
            while (alerted.size() < morning.notices() && begun.since().compareTo(limit) < 0) {
                Optional<String> message = door.next(QUEUE, PATIENCE);
                message.ifPresent(text -> note(JsonMapper.shared().readTree(text).path("data"), begun.since()));
            }
        }
        return null;
    }

    /** From the confirmed close of each notice to its alert, of those that have one. */
    List<Duration> times() {
        Map<String, Duration> times = new HashMap<>();
        sent.forEach((child, at) -> Optional.ofNullable(alerted.get(child)).ifPresent(alert -> times.put(child, alert.minus(at))));
        return new ArrayList<>(times.values());
    }

    /** References of the alerts so far. */
    List<String> alerts() {
        return List.copyOf(alerts.values());
    }

    private void note(JsonNode data, Duration at) {
        for (JsonNode child : data.path("children")) {
            String number = child.path("nhsNumber").asString("");
            if (alerted.putIfAbsent(number, at) == null) {
                alerts.put(number, data.path("alert").asString(""));
            }
        }
    }

    private static byte[] notice(int number) {
        Instant reported = HubClock.machineTime().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> address = Map.of("line1", number + " Quay Street", "town", "Avonford", "postcode", "ZZ99 %dQQ".formatted(number % 10));
        Map<String, Object> child = Map.of("surname", spelled("Q", number), "forenames", spelled("V", number * 7), "sex", number % 2 == 0 ? "F" : "M",
                "dateOfBirth", FIRST_BORN.plusDays(13L * number).toString(), "nhsNumber", nhsNumber(number), "address", address);
        return JsonMapper.shared().writeValueAsString(Map.of("noticeRef", "MORNING-" + number, "version", 1, "kind", "INITIAL", "force", "AVON",
                "reportedAt", reported.toString(), "missingFrom", "HOME", "riskGrade", "HIGH", "child", child)).getBytes(StandardCharsets.UTF_8);
    }

    /** Each number's own, from the range of made-up people. */
    private static String nhsNumber(int number) {
        int place = 0;
        for (int candidate = 0; ; candidate++) {
            String digits = "999%07d".formatted(candidate);
            if (NhsNumber.parse(digits).asOptional().isPresent() && place++ == number) {
                return digits;
            }
        }
    }

    /** A name that no two numbers share or nearly share. */
    private static String spelled(String first, int number) {
        StringBuilder name = new StringBuilder(first);
        for (int rest = number + 1; rest > 0; rest /= 5) {
            name.append(List.of("ab", "orm", "ilt", "end", "usk").get(rest % 5));
        }
        return name.toString();
    }
}
