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
import java.util.List;
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
import org.earlyhelp.hub.kernel.StartFailure;

/** A hub with agencies that send to it and a referee that looks at what it holds. Used by one thread. */
final class Bench implements AutoCloseable {
    /** How long a row waits for what usually takes seconds. */
    static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(30);
    private final HubLaunch launch;
    private final HubFolder folder;
    private final Surroundings surroundings;
    private final Senders senders = new Senders(this::hub);
    private ChildHub hub;

    private Bench(HubLaunch launch, HubFolder folder, Surroundings surroundings) {
        this.launch = launch;
        this.folder = folder;
        this.surroundings = surroundings;
    }

    /** Starts a hub and waits until it is ready. Throws StartFailure, and leaves nothing running, when it does not become so. */
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

    /** The hub that runs now; another one after {@link #startAgain}. */
    ChildHub hub() {
        return hub;
    }

    HubFolder folder() {
        return folder;
    }

    /** Ends the hub as {@code kill -9} does. */
    void kill() {
        senders.hangUp();
        hub.kill();
    }

    /** Ends the hub in order. */
    void stop() {
        senders.hangUp();
        hub.close();
    }

    /** The agency signed in, the same session as long as it holds. */
    SftpDoor door(String agency) throws IOException {
        return senders.door(agency);
    }

    /** From now on the agency signs in with that key instead of the demonstration's. */
    void signIn(String agency, KeyPair key) {
        senders.signIn(agency, key);
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
        return senders.refusal(agency, feed, name, content);
    }

    /** The next answer about a file of that name that was not seen here before. Throws StartFailure when none comes. */
    Answer answer(String agency, String name) throws IOException {
        return answerWithin(agency, name, LIMIT).orElseThrow(() -> new StartFailure("No answer came for " + name + " of " + agency + " in " + LIMIT.toSeconds() + " s."));
    }

    /** The same; empty when none comes by the limit. */
    Optional<Answer> answerWithin(String agency, String name, Duration limit) throws IOException {
        return senders.answerWithin(agency, name, limit);
    }

    /** Waits until nothing lies in a lane and nothing that was taken waits for a further step. */
    void settle() throws IOException {
        HubTables tables = HubTables.of(hub);
        Await.until("the hub has nothing left to do", LIMIT, () -> !folder.hasUploadsWaiting() && tables.workLeft().isDone(0));
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

    @Override
    public void close() {
        senders.hangUp();
        if (hub != null) {
            hub.close();
        }
    }
}
