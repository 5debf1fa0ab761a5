package org.earlyhelp.hub.journey;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.embedded.RunningHub;
import org.earlyhelp.hub.journey.DemoDay.Message;
import org.earlyhelp.hub.web.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A day on which a hub took every sample file, looked at from outside, whatever database, broker and SFTP server it stands on. */
interface SampleDay extends AutoCloseable {
    /** The hub, which has nothing left to do. */
    RunningHub hub();

    /** Takes all messages off the queues, as the case system. */
    List<Message> takeMessages(String... queues);

    /** Sends a decision as the case system. */
    void decide(String text);

    /** All files that an agency finds in that folder of its account, as text by name; none where there is no such folder. */
    Map<String, String> files(String agency, String folder);

    /** Sends all sample files once more, in their order and under their names, and waits until nothing is left to do. */
    void dropAgain();

    /** What lies on the disk, of the hub and of the servers it works with: folders or files by a word for each. */
    Map<String, Path> places();

    /** What was printed for the operator. */
    List<String> printed();

    @Override
    void close();

    /** All final receipts of an agency, by the name of the file they answer; the newest where a name came twice. */
    default Map<String, JsonNode> receipts(String agency) {
        Map<String, JsonNode> receipts = new HashMap<>();
        files(agency, "/receipts").forEach((name, text) -> {
            if (name.endsWith(".receipt.json")) {
                JsonNode receipt = JsonMapper.shared().readTree(text);
                receipts.put(receipt.at("/file/name").asString(), receipt);
            }
        });
        return receipts;
    }

    /** A browser in which that role has signed in. */
    default Browser browser(String role) {
        return Browser.signedIn(hub().endpoints().http(), role, hub().accounts().orElseThrow().password(role));
    }

    /** An export as the steward gets it. */
    default String export(String name) {
        return DemoDay.export(hub(), name);
    }
}
