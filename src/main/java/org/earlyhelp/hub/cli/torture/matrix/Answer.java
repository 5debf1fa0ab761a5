package org.earlyhelp.hub.cli.torture.matrix;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an agency is told of a file, as its receipt has it. */
record Answer(String receipt, String stage, long records, long accepted, long unchanged, long rejected, List<String> codes, String words) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Answer {
        codes = List.copyOf(codes);
    }

    static Answer read(byte[] text) {
        JsonNode json = JSON.readTree(text);
        JsonNode counts = json.path("counts");
        List<JsonNode> errors = StreamSupport.stream(json.path("errors").spliterator(), false).toList();
        String words = errors.isEmpty() ? json.path("reason").asString("") : errors.get(0).path("message").asString("");
        return new Answer(json.path("receipt").asString(), json.path("stage").asString(), counts.path("records").asLong(), counts.path("accepted").asLong(),
                counts.path("unchanged").asLong(), counts.path("rejected").asLong(), errors.stream().map(error -> error.path("code").asString()).distinct().toList(), words);
    }

    boolean isDecided() {
        return !stage.equals("RECEIVED");
    }

    /** Stage, accepted/unchanged/rejected and the codes. */
    String inShort() {
        return (stage + " " + accepted + "/" + unchanged + "/" + rejected + " " + String.join(" ", codes)).strip();
    }
}
