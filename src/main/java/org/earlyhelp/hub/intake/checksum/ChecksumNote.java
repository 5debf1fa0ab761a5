package org.earlyhelp.hub.intake.checksum;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.intake.NoteName;

/**
 * What {@code NAME.sha256} says: the SHA-256 of the file NAME as it was sent. As {@code sha256sum} writes it, with the name
 * behind it, or the 64 letters alone. Pure.
 */
public record ChecksumNote(String fileName, String sha256) {
    /** Longer content is no checksum. */
    static final int LIMIT_BYTES = 1_024;
    private static final Pattern LINE = Pattern.compile("\\\\?([0-9A-Fa-f]{64})(?:[ \\t]+\\*?(\\S.*))?");

    /** Whether a file of that name is the checksum of another. */
    public static boolean isChecksum(String fileName) {
        return NoteName.CHECKSUM.isOn(fileName);
    }

    /** Reads it; empty when it is not one line with a checksum of that file. */
    public static Optional<ChecksumNote> read(String checksumName, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LIMIT_BYTES + 1);
        String fileName = NoteName.without(checksumName);
        Matcher line = LINE.matcher(new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").strip());
        boolean isIt = bytes.length <= LIMIT_BYTES && line.matches() && (line.group(2) == null || isName(fileName, line.group(2)));
        return isIt ? Optional.of(new ChecksumNote(fileName, line.group(1).toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    /** A path in front of it, as tools write one, says nothing. */
    private static boolean isName(String fileName, String written) {
        return written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1).equals(fileName);
    }
}
