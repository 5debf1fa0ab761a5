package org.earlyhelp.hub.intake.sftp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.NoteName;

/**
 * A place where an agency may write: {@code /in/<feed>/<name>} or {@code /in/test/<feed>/<name>}. The name is data:
 * it is checked here and never becomes part of a path that the hub reads by.
 */
public record UploadPath(String feed, boolean test, String name) {
    /** Longer names are refused; receipts append to the name. */
    public static final int NAME_LIMIT_CHARACTERS = 150;
    /** File systems stop at 255 bytes, and in its lane a name stands behind an upload id. */
    static final int NAME_LIMIT_BYTES = 220;
    private static final Pattern PLACE = Pattern.compile("/in/(test/)?([a-z0-9-]+)/([^/]+)");
    /** Control and format characters, line separators, and what stands for bytes that are no UTF-8: two such names would be one. */
    private static final Pattern HOSTILE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\uFFFD\\\\]|^\\.|^\\p{Zs}*$");

    /** Reads a virtual path of an agency's home; empty when nothing may be written there. */
    public static Optional<UploadPath> parse(String path) {
        var matcher = PLACE.matcher(path);
        if (!matcher.matches() || isTooLong(matcher.group(3)) || HOSTILE.matcher(matcher.group(3)).find()) {
            return Optional.empty();
        }
        return Optional.of(new UploadPath(matcher.group(2), matcher.group(1) != null, matcher.group(3)));
    }

    private static boolean isTooLong(String name) {
        // What goes with a file has the file's own name and an ending.
        int named = NoteName.without(name).length();
        return named > NAME_LIMIT_CHARACTERS || name.getBytes(StandardCharsets.UTF_8).length > NAME_LIMIT_BYTES;
    }

    /** Whether the name leaves no room for that of the sender, which stands before it in the lane. */
    boolean isTooLongFor(AccountName account) {
        return account.sender() != null && name.getBytes(StandardCharsets.UTF_8).length > NAME_LIMIT_BYTES - account.sender().length() - 1;
    }

    /** Whether the sender is still writing under a working name that is ignored until it is renamed. */
    boolean isPartial() {
        return isPartialName(name);
    }

    /** Whether a file of that name is ignored until it is renamed. */
    public static boolean isPartialName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".part") || lower.endsWith(".tmp") || lower.endsWith(".filepart");
    }

    boolean isSameFolderAs(UploadPath other) {
        return feed.equals(other.feed) && test == other.test;
    }
}
