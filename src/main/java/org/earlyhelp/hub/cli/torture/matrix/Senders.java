package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.SftpDoor;
import org.earlyhelp.hub.cli.outside.Waiting;

/** The agencies that send to a hub: their sessions with it, and the answers they had from it. Used by one thread. */
final class Senders {
    private final Supplier<ChildHub> hub;
    private final Map<String, SftpDoor> doors = new HashMap<>();
    private final Map<String, KeyPair> keys = new HashMap<>();
    private final Set<String> seenReceipts = new HashSet<>();

    /** {@code hub}: the one that runs now; after it was started again, hang up first. */
    Senders(Supplier<ChildHub> hub) {
        this.hub = hub;
    }

    /** The agency signed in, the same session as long as it holds. */
    SftpDoor door(String agency) throws IOException {
        SftpDoor door = doors.get(agency);
        if (door == null || !door.isOpen()) {
            KeyPair key = keys.get(agency);
            door = key == null ? SftpDoor.open(hub.get(), agency) : SftpDoor.open(hub.get(), agency, key);
            doors.put(agency, door);
        }
        return door;
    }

    /** From now on the agency signs in with that key instead of the demonstration's. */
    void signIn(String agency, KeyPair key) {
        keys.put(agency, key);
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

    /** The next answer about a file of that name that was not seen here before; empty when none came by the limit. */
    Optional<Answer> answerWithin(String agency, String name, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        do {
            for (byte[] text : door(agency).receipts(name)) {
                Answer answer = Answer.read(text);
                if (answer.isDecided() && seenReceipts.add(answer.receipt())) {
                    return Optional.of(answer);
                }
            }
            Waiting.millis(Await.LOOK_AGAIN_MILLIS);
        } while (System.nanoTime() < end);
        return Optional.empty();
    }

    /** Ends all sessions; the next use of one signs in anew. */
    void hangUp() {
        doors.values().forEach(SftpDoor::close);
        doors.clear();
    }
}
