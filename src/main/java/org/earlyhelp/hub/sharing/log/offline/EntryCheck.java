package org.earlyhelp.hub.sharing.log.offline;

import java.io.IOException;
import java.util.Optional;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.ErasedIndexes;
import org.earlyhelp.hub.sharing.log.Leaf;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a line of {@code entries.jsonl} says by itself, before it is compared with the tree.
 *
 * @param opened there is a payload, and it is what the commitment was made of
 * @param erases the indexes that it names, when it is an ERASED entry
 * @param fault  null when the line is right by itself; else the other members mean nothing
 */
record EntryCheck(Commitment commitment, TreeHash leafHash, boolean opened, Optional<ErasedIndexes> erases, LogFault fault) {
    /** As it stands in canonical JSON. */
    private static final String ERASED_KIND = "\"kind\":\"ERASED\"";

    /** {@code index} is where the line stands; any thread. */
    static EntryCheck of(long index, byte[] line) {
        Parsed<Leaf> read = EntryLine.parse(line);
        if (read instanceof Parsed.Bad<Leaf> bad) {
            return bad(index, bad.reason());
        }
        Leaf leaf = read.orThrow();
        if (leaf.index() != index) {
            return faulty(LogFault.at(index, LogFolder.ENTRIES, "the line states another index").compared(index, leaf.index()));
        }
        return leaf.opening().isEmpty() ? right(leaf, false, Optional.empty()) : opened(leaf, leaf.opening().get().payload());
    }

    private static EntryCheck opened(Leaf leaf, String payload) {
        if (!leaf.opening().orElseThrow().opens(leaf.commitment())) {
            return bad(leaf.index(), "salt and payload are not what the commitment was made of");
        }
        if (!isCanonical(payload)) {
            return bad(leaf.index(), "the payload is not canonical JSON (RFC 8785)");
        }
        if (!payload.contains(ERASED_KIND)) {
            return right(leaf, true, Optional.empty());
        }
        return erasing(leaf, payload);
    }

    private static EntryCheck erasing(Leaf leaf, String payload) {
        JsonNode read = read(payload);
        if (!"ERASED".equals(read.path("kind").asString(""))) {
            return right(leaf, true, Optional.empty());
        }
        JsonNode indexes = read.path(ErasedIndexes.MEMBER).path(ErasedIndexes.FIELD);
        if (indexes.isMissingNode()) {
            return right(leaf, true, Optional.empty());
        }
        return ErasedIndexes.parse(indexes.asString("")) instanceof Parsed.Good<ErasedIndexes> named ? right(leaf, true, Optional.of(named.value()))
                : bad(leaf.index(), "the ERASED entry does not name its indexes as numbers and spans");
    }

    private static boolean isCanonical(String payload) {
        try {
            return payload.startsWith("{") && new JsonCanonicalizer(payload).getEncodedString().equals(payload);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The library throws whatever it meets in a text that is no JSON, and goes as deep as the text does.
            return false;
        }
    }

    private static JsonNode read(String payload) {
        try {
            return JsonMapper.shared().readTree(payload);
        } catch (JacksonException e) {
            throw new IllegalStateException("canonical JSON could not be read", e);
        }
    }

    private static EntryCheck right(Leaf leaf, boolean opened, Optional<ErasedIndexes> erases) {
        return new EntryCheck(leaf.commitment(), leaf.commitment().leafHash(), opened, erases, null);
    }

    private static EntryCheck bad(long index, String what) {
        return faulty(LogFault.at(index, LogFolder.ENTRIES, what));
    }

    private static EntryCheck faulty(LogFault fault) {
        return new EntryCheck(null, null, false, Optional.empty(), fault);
    }
}
