package org.earlyhelp.hub.sharing.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.log.SignedNote;
import org.earlyhelp.hub.sharing.log.TreeHash;

/**
 * The request to cosign a checkpoint: {@code old SIZE}, the proof a hash a line, an empty line, the note.
 *
 * @param oldSize what the sender believes the witness saw last; 0 = nothing
 * @param proof   that the log grew from there; empty from 0
 */
public record AddCheckpoint(long oldSize, List<TreeHash> proof, SignedNote note) {
    /** Most hashes of a proof, as the protocol has it. */
    public static final int PROOF_LIMIT = 63;
    /** Most bytes of a request: the longest note, and 45 for each hash. */
    public static final int LIMIT_BYTES = SignedNote.NOTE_LIMIT_BYTES + 4 * 1024;

    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** The body as it came; bad for whatever {@link #print} would not write. */
    static Parsed<AddCheckpoint> parse(byte[] body) {
        int blank = indexOfBlankLine(body);
        if (body.length > LIMIT_BYTES || blank < 0) {
            return bad("expected at most " + LIMIT_BYTES + " bytes: old size, proof, an empty line and a note");
        }
        List<String> lines = new String(body, 0, blank, StandardCharsets.UTF_8).lines().toList();
        Matcher old = OLD.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!old.matches() || lines.size() > 1 + PROOF_LIMIT) {
            return bad("the first line is \"old\" and a size, and at most " + PROOF_LIMIT + " hashes follow");
        }
        List<TreeHash> proof = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (!(TreeHash.parse(line) instanceof Parsed.Good<TreeHash> hash)) {
                return bad("line " + (proof.size() + 2) + " is no hash");
            }
            proof.add(hash.value());
        }
        long oldSize = Long.parseLong(old.group(1));
        return SignedNote.parse(Arrays.copyOfRange(body, blank + 1, body.length)).map(note -> new AddCheckpoint(oldSize, proof, note));
    }

    /** The body of the request. */
    public byte[] print() {
        StringBuilder text = new StringBuilder("old " + oldSize + "\n");
        proof.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note.print()).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Where the newline of the first empty line stands. */
    private static int indexOfBlankLine(byte[] body) {
        for (int i = 1; i < body.length; i++) {
            if (body[i] == '\n' && body[i - 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static Parsed<AddCheckpoint> bad(String reason) {
        return Parsed.bad("BAD_REQUEST", reason);
    }
}
