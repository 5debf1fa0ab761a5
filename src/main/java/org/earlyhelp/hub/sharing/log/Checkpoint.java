package org.earlyhelp.hub.sharing.log;

import java.util.List;
import java.util.regex.Pattern;
import org.earlyhelp.hub.kernel.Parsed;

/**
 * What a log states of itself (C2SP tlog-checkpoint): so many entries, and this is the root of their tree.
 *
 * @param origin     the log's name for ever
 * @param extensions further lines, usually none
 */
public record Checkpoint(String origin, long size, TreeHash root, List<String> extensions) {
    /** Of the log's name. */
    public static final int ORIGIN_LIMIT_CHARACTERS = 255;
    /** Most further lines. */
    public static final int EXTENSION_LIMIT = 16;
    /** Of one further line. */
    public static final int EXTENSION_LIMIT_CHARACTERS = 1_024;

    private static final int FIXED_LINES = 3;
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

    /** Throws IllegalArgumentException for what {@link #parse} would call bad. */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!isLine(origin, ORIGIN_LIMIT_CHARACTERS) || extensions.size() > EXTENSION_LIMIT
                || !extensions.stream().allMatch(line -> isLine(line, EXTENSION_LIMIT_CHARACTERS))) {
            throw new IllegalArgumentException("origin and extensions are lines that are neither empty nor too long");
        }
        if (size < 0 || size > CompactRange.SIZE_LIMIT || size == 0 && !root.equals(TreeHash.EMPTY)) {
            throw new IllegalArgumentException("size " + size + " is impossible, or has another root");
        }
    }

    /** Of the tree that the range stands for. */
    public static Checkpoint of(String origin, CompactRange range) {
        return new Checkpoint(origin, range.size(), range.root(), List.of());
    }

    /** The text of a note, each line with its newline; bad for anything that {@link #text} would not write. */
    public static Parsed<Checkpoint> parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        int count = lines.size() - 1;
        if (!text.endsWith("\n") || count < FIXED_LINES || count > FIXED_LINES + EXTENSION_LIMIT) {
            return bad("expected the lines origin, size and root, and at most " + EXTENSION_LIMIT + " more");
        }
        if (!isLine(lines.get(0), ORIGIN_LIMIT_CHARACTERS) || !lines.subList(FIXED_LINES, count).stream().allMatch(line -> isLine(line, EXTENSION_LIMIT_CHARACTERS))) {
            return bad("a line is empty or too long");
        }
        if (!SIZE.matcher(lines.get(1)).matches() || Long.compareUnsigned(Long.parseUnsignedLong(lines.get(1)), CompactRange.SIZE_LIMIT) > 0) {
            return bad("the second line is no size");
        }
        long size = Long.parseLong(lines.get(1));
        if (TreeHash.parse(lines.get(2)) instanceof Parsed.Good<TreeHash> root) {
            return size == 0 && !root.value().equals(TreeHash.EMPTY) ? bad("the root of an empty log is that of no leaves")
                    : Parsed.good(new Checkpoint(lines.get(0), size, root.value(), lines.subList(FIXED_LINES, count)));
        }
        return bad("the third line is no hash");
    }

    /** The text to be signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin + "\n" + size + "\n" + root.base64() + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static boolean isLine(String line, int limitCharacters) {
        return !line.isEmpty() && line.length() <= limitCharacters && line.indexOf('\n') < 0;
    }

    private static Parsed<Checkpoint> bad(String reason) {
        return Parsed.bad("BAD_CHECKPOINT", reason);
    }
}
