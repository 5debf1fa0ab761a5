package org.earlyhelp.hub.sharing.log.offline;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.SignedNote;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of {@code checkpoints.jsonl}: {@code {"note":"…"}}, the note as it was signed. */
final class CheckpointLine {
    /** A note, of which JSON may write each newline as two characters. */
    static final int LIMIT_BYTES = 2 * SignedNote.NOTE_LIMIT_BYTES;

    private CheckpointLine() {
    }

    /** With its newline. */
    static byte[] print(String note) {
        return (JsonMapper.shared().writeValueAsString(Map.of("note", note)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Parsed<SignedCheckpoint> parse(byte[] line, Collection<NoteKey> logKeys) {
        try {
            JsonNode note = JsonMapper.shared().readTree(line).path("note");
            return note.isString() ? SignedCheckpoint.open(note.asString().getBytes(StandardCharsets.UTF_8), logKeys)
                    : Parsed.bad("BAD_LINE", "expected the member note");
        } catch (JacksonException e) {
            return Parsed.bad("BAD_LINE", "no JSON");
        }
    }
}
