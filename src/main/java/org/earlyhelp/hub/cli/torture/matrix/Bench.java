package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.CsvExport;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.cli.outside.HubTables;
import org.earlyhelp.hub.cli.outside.SftpDoor;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.kernel.StartFailure;

/** A hub with agencies that send to it and a referee that looks at what it holds. Used by one thread. */
final class Bench implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_MILLIS = 60;
    private final HubLaunch launch;
    private final HubFolder folder;
    private final Surroundings surroundings;
    private final Map<String, SftpDoor> doors = new HashMap<>();
    private final Map<String, KeyPair> keys = new HashMap<>();
    private final Set<String> seenReceipts = new HashSet<>();
    private ChildHub hub;

    private Bench(HubLaunch launch, HubFolder folder, Surroundings surroundings) {
        this.launch = launch;
        this.folder = folder;
        this.surroundings = surroundings;
    }

    static Bench start(HubLaunch launch, HubFolder folder, Optional<Instant> clock, Surroundings surroundings) {
        Bench bench = new Bench(launch, folder, surroundings);
        try {
            bench.startAgain(clock);
            return bench;
        } catch (RuntimeException e) {
            bench.close();
            throw e;
        }
    }

    /** Starts the hub on its folder and waits until it is ready; a clock given is where its clock then stands. */
    void startAgain(Optional<Instant> clock) {
        hub = ChildHub.begin(launch, folder, clock, surroundings);
        hub.awaitReady();
    }

    ChildHub hub() {
        return hub;
    }

    HubFolder folder() {
        return folder;
    }

    /** Ends the hub as {@code kill -9} does. */
    void kill() {
        hangUp();
        hub.kill();
    }

    void stop() {
        hangUp();
        hub.close();
    }

    /** The agency signed in, the same session as long as it holds. */
    SftpDoor door(String agency) throws IOException {
        SftpDoor door = doors.get(agency);
        if (door == null || !door.isOpen()) {
            KeyPair key = keys.get(agency);
            door = key == null ? SftpDoor.open(hub, agency) : SftpDoor.open(hub, agency, key);
            doors.put(agency, door);
        }
        return door;
    }

    /** From now on the agency signs in with that key instead of the demonstration's. */
    void signIn(String agency, KeyPair key) {
        keys.put(agency, key);
    }

    /** Sends a file and waits for its answer. */
    Answer send(String agency, String feed, String name, String content) throws IOException {
        return send(agency, feed, name, content.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String agency, String feed, String name, byte[] content) throws IOException {
        door(agency).send(feed, name, content);
        return answer(agency, name);
    }

    /** What the server says when it refuses a file; empty when it took it. */
    Optional<String> refusal(String agency, String feed, String name, byte[] content) {
        try {
            door(agency).send(feed, name, content);
            return Optional.empty();
        } catch (IOException e) {
            Optional.ofNullable(doors.remove(agency)).ifPresent(SftpDoor::close);
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The next answer about a file of that name that was not seen here before. Throws StartFailure when none comes. */
    Answer answer(String agency, String name) throws IOException {
        Optional<Answer> found = answerWithin(agency, name, LIMIT);
        return found.orElseThrow(() -> new StartFailure("No answer came for " + name + " of " + agency + " in " + LIMIT.toSeconds() + " s."));
    }

    Optional<Answer> answerWithin(String agency, String name, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        do {
            for (byte[] text : door(agency).receipts(name)) {
                Answer answer = Answer.read(text);
                if (answer.isDecided() && seenReceipts.add(answer.receipt())) {
                    return Optional.of(answer);
                }
            }
            Waiting.millis(LOOK_AGAIN_MILLIS);
        } while (System.nanoTime() < end);
        return Optional.empty();
    }

    /** Waits until nothing lies in a lane and nothing that was taken waits for a further step. */
    void settle() throws IOException {
        HubTables tables = HubTables.of(hub);
        await("the hub has nothing left to do", LIMIT, () -> !folder.hasUploadsWaiting() && tables.workLeft().isDone(0));
    }

    /** Something that may hold by now. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits for a condition; an exception counts as not yet. Throws StartFailure at the limit. */
    static void await(String what, Duration limit, Condition condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isSo(condition)) {
            if (System.nanoTime() > end) {
                throw new StartFailure("Not so after " + limit.toSeconds() + " s: " + what + ".");
            }
            Waiting.millis(LOOK_AGAIN_MILLIS);
        }
    }

    /** Records whose sender's reference begins so: {@code reference@version}, sorted. */
    List<String> held(String prefix) throws IOException {
        return HubTables.of(hub).records().stream().map(record -> record.substring(record.indexOf('/', record.indexOf('/') + 1) + 1))
                .filter(record -> record.startsWith(prefix)).sorted().toList();
    }

    /** Alerts about families of whom a record with such a reference speaks, once all is settled: {@code alert version status}. */
    List<String> alerts(String prefix) throws IOException {
        settle();
        return alertsNow(prefix);
    }

    /** The same as it stands now. */
    List<String> alertsNow(String prefix) throws IOException {
        Set<String> families = CsvExport.fetch(hub, "links").stream().filter(link -> link.get("source_ref").startsWith(prefix)).map(link -> link.get("family"))
                .collect(Collectors.toSet());
        return CsvExport.fetch(hub, "alerts").stream().filter(alert -> families.contains(alert.get("family")))
                .map(alert -> alert.get("alert") + " " + alert.get("version") + " " + alert.get("status")).sorted().toList();
    }

    /** Current records by their reference in {@code links.csv}: {@code reference@version}. */
    Set<String> current(String prefix) throws IOException {
        return CsvExport.fetch(hub, "links").stream().filter(link -> link.get("source_ref").startsWith(prefix))
                .map(link -> link.get("source_ref") + "@" + link.get("version")).collect(Collectors.toSet());
    }

    /** Messages that are not on their queue yet. */
    long messagesLeft() throws IOException {
        return HubTables.of(hub).workLeft().messages();
    }

    /** Decisions about an alert that took effect. */
    long decisionsKept(String alert) throws IOException {
        return HubTables.of(hub).decisionsAbout(alert);
    }

    /** Ends all processes of the embedded database as {@code kill -9} does. */
    void killDatabase() {
        HubTables.killDatabase(hub);
    }

    /** Its processes' ids. */
    List<Long> databasePids() {
        return HubTables.databasePids(hub);
    }

    /** The status that {@code /actuator/health} answers; empty when nothing answers. */
    String health() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.endpoints().http() + "/actuator/health")).timeout(HEALTH_LIMIT).build();
            String body = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
            return body.contains("\"UP\"") ? "UP" : body.contains("\"DOWN\"") ? "DOWN" : body;
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static boolean isSo(Condition condition) {
        try {
            return condition.holds();
        } catch (StartFailure e) {
            throw e;
        } catch (Exception e) {
            return false;
        }
    }

    private void hangUp() {
        doors.values().forEach(SftpDoor::close);
        doors.clear();
    }

    @Override
    public void close() {
        hangUp();
        if (hub != null) {
            hub.close();
        }
    }
}
