package org.earlyhelp.hub.cli.torture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.SftpDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receipt as its agency reads it.
 *
 * @param place {@code agency/feed/file name}
 */
record ReceiptSeen(String place, String receipt, String stage, long records, long accepted, long unchanged, long rejected) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** All receipts of those agencies. */
    static List<ReceiptSeen> read(ChildHub hub, Iterable<String> agencies) throws IOException {
        List<ReceiptSeen> seen = new ArrayList<>();
        for (String agency : agencies) {
            try (SftpDoor door = SftpDoor.open(hub, agency)) {
                for (byte[] text : door.receipts()) {
                    seen.add(of(JSON.readTree(text)));
                }
            }
        }
        return seen;
    }

    /** A repeated file changes nothing, and an upload that was cut took nothing: neither is the file's final answer. */
    boolean isRepeat() {
        return stage.equals("DUPLICATE") || stage.equals("INCOMPLETE");
    }

    boolean takesAll(long sent) {
        return stage.equals("ACCEPTED") && records == sent && accepted == sent;
    }

    @Override
    public String toString() {
        return receipt + " " + stage + " " + records + " records = " + accepted + " accepted + " + unchanged + " unchanged + " + rejected + " rejected";
    }

    private static ReceiptSeen of(JsonNode json) {
        JsonNode counts = json.path("counts");
        return new ReceiptSeen(json.path("agency").asString() + "/" + json.path("feed").asString() + "/" + json.path("file").path("name").asString(),
                json.path("receipt").asString(), json.path("stage").asString(), counts.path("records").asLong(), counts.path("accepted").asLong(),
                counts.path("unchanged").asLong(), counts.path("rejected").asLong());
    }
}
