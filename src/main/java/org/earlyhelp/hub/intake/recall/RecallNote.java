package org.earlyhelp.hub.intake.recall;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.earlyhelp.hub.intake.NoteName;

/**
 * What a recall says: by its name the file that is meant, by its content, which may be empty, which of several files of that
 * name, by receipt. Pure.
 *
 * @param fileName the sender's name of the file that is meant
 * @param receipt  receipt of that file; null when the newest of that name is meant
 */
public record RecallNote(String fileName, String receipt) {
    /** Longer content is no recall. */
    static final int LIMIT_BYTES = 1_024;
    /** A receipt number with a line's end. */
    private static final int RECEIPT_BYTES = 20;
    private static final Pattern RECEIPT = Pattern.compile("R-[0-9]{8}-[0-9A-HJKMNP-TV-Z]{6}");

    /** Whether a file of that name recalls another. */
    public static boolean isRecall(String fileName) {
        return NoteName.RECALL.isOn(fileName);
    }

    /** Whether it is a recall and holds no more than a receipt number: whatever is longer may be a notice under a wrong name. */
    public static boolean isPlainRecall(String fileName, long bytes) {
        return isRecall(fileName) && bytes <= RECEIPT_BYTES;
    }

    /** Reads it; empty when the content is neither empty nor one receipt number. */
    static Optional<RecallNote> read(String recallName, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LIMIT_BYTES + 1);
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        String fileName = NoteName.without(recallName);
        if (bytes.length > LIMIT_BYTES) {
            return Optional.empty();
        }
        if (text.isEmpty()) {
            return Optional.of(new RecallNote(fileName, null));
        }
        return RECEIPT.matcher(text).matches() ? Optional.of(new RecallNote(fileName, text)) : Optional.empty();
    }
}
