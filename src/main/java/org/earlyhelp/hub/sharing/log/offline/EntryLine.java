package org.earlyhelp.hub.sharing.log.offline;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.Leaf;
import org.earlyhelp.hub.sharing.log.Opening;
import org.earlyhelp.hub.sharing.log.StrictBase64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of {@code entries.jsonl}: index, commitment, and salt and payload or null for both. */
final class EntryLine {
    /** Room for an entry that names 100,000 characters of erased indexes, and more. */
    static final int LIMIT_BYTES = 1024 * 1024;

    private static final int MEMBERS = 4;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private EntryLine() {
    }

    /** With its newline. */
    static byte[] print(Leaf leaf) {
        String salt = leaf.opening().map(opening -> quoted(opening.salt())).orElse("null");
        String payload = leaf.opening().map(opening -> quoted(opening.payload().getBytes(StandardCharsets.UTF_8))).orElse("null");
        return ("{\"index\":" + leaf.index() + ",\"commitment\":\"" + leaf.commitment().base64() + "\",\"salt\":" + salt + ",\"payload\":" + payload + "}\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The reason of a bad line names a member, never its content. */
    static Parsed<Leaf> parse(byte[] line) {
        try {
            JsonNode read = MAPPER.readTree(line);
            if (!read.isObject() || read.size() != MEMBERS || !read.path("index").canConvertToLong() || !read.path("index").isIntegralNumber() || !read.path("commitment").isString()) {
                return bad("expected the members index, commitment, salt and payload");
            }
            return Commitment.parse(read.path("commitment").asString()) instanceof Parsed.Good<Commitment> commitment
                    ? leaf(read, commitment.value()) : bad("commitment is not the base 64 of " + Commitment.BYTES + " bytes");
        } catch (JacksonException e) {
            return bad("no JSON");
        }
    }

    private static Parsed<Leaf> leaf(JsonNode read, Commitment commitment) {
        JsonNode salt = read.path("salt");
        JsonNode payload = read.path("payload");
        if (salt.isNull() && payload.isNull()) {
            return Parsed.good(new Leaf(read.path("index").asLong(), commitment, Optional.empty()));
        }
        if (!salt.isString() || !payload.isString()) {
            return bad("salt and payload are not both there");
        }
        Optional<byte[]> saltBytes = StrictBase64.decode(salt.asString());
        Optional<byte[]> payloadBytes = StrictBase64.decode(payload.asString());
        if (saltBytes.isEmpty() || payloadBytes.isEmpty()) {
            return bad("salt or payload is no base 64");
        }
        Opening opening = new Opening(saltBytes.get(), new String(payloadBytes.get(), StandardCharsets.UTF_8));
        return Parsed.good(new Leaf(read.path("index").asLong(), commitment, Optional.of(opening)));
    }

    private static String quoted(byte[] bytes) {
        return '"' + StrictBase64.encode(bytes) + '"';
    }

    private static Parsed<Leaf> bad(String reason) {
        return Parsed.bad("BAD_LINE", reason);
    }
}
