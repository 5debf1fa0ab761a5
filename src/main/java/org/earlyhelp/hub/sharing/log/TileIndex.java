package org.earlyhelp.hub.sharing.log;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.Parsed;

/**
 * Which tile (C2SP tlog-tiles): up to 256 hashes side by side, those of level 0 the leaves' and each of a higher level the
 * root of a full tile below.
 *
 * @param number counts the tiles of a level from 0
 * @param width  1 to 256 hashes; fewer than 256 only in the last tile of a level
 */
public record TileIndex(int level, long number, int width) {
    /** Hashes of a full tile. */
    public static final int FULL_WIDTH = 256;
    /** Levels of the tree that one tile spans. */
    public static final int HEIGHT = 8;
    /** The highest level that a log of {@link CompactRange#SIZE_LIMIT} entries has. */
    public static final int LEVEL_LIMIT = 7;

    private static final int NUMBER_GROUP = 1_000;
    private static final Pattern PATH = Pattern.compile("tile/(0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TileIndex {
        if (level < 0 || level > LEVEL_LIMIT || number < 0 || width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("no tile of level " + level + ", number " + number + ", width " + width);
        }
    }

    /** The tiles that state a tree of that size, the lowest level first. */
    public static Stream<TileIndex> covering(long size) {
        return IntStream.rangeClosed(0, LEVEL_LIMIT).boxed().flatMap(level -> ofLevel(level, size));
    }

    /** The tiles of one level, from the first on; none when the level holds no hash yet. */
    public static Stream<TileIndex> ofLevel(int level, long size) {
        long hashes = size >>> level * HEIGHT;
        return LongStream.range(0, (hashes + FULL_WIDTH - 1) / FULL_WIDTH).mapToObj(number -> numbered(level, number, size));
    }

    /** That tile as it is in a tree of {@code size}. Throws IllegalArgumentException when it holds nothing. */
    public static TileIndex numbered(int level, long number, long size) {
        long hashes = (size >>> level * HEIGHT) - number * FULL_WIDTH;
        return new TileIndex(level, number, (int) Math.min(hashes, FULL_WIDTH));
    }

    /** Whether the tile will never change again. */
    public boolean isFull() {
        return width == FULL_WIDTH;
    }

    /** {@code tile/0/x001/067} or, for a partial one, {@code tile/0/x001/067.p/12}. */
    public String path() {
        return "tile/" + level + "/" + tail();
    }

    /** Where the entries of this tile of level 0 are: {@code tile/entries/…}. */
    public String entriesPath() {
        if (level != 0) {
            throw new IllegalStateException("entries belong to tiles of level 0, not " + level);
        }
        return "tile/entries/" + tail();
    }

    /** The reverse of {@link #path}; anything that {@link #path} would not write is bad. */
    public static Parsed<TileIndex> parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Parsed.bad("BAD_TILE_PATH", "no path of a tile");
        }
        int level = Integer.parseInt(parts.group(1));
        long number = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        int width = parts.group(3) == null ? FULL_WIDTH : Integer.parseInt(parts.group(3));
        if (level > LEVEL_LIMIT || width > FULL_WIDTH) {
            return Parsed.bad("BAD_TILE_PATH", "level at most " + LEVEL_LIMIT + ", width at most " + (FULL_WIDTH - 1));
        }
        TileIndex index = new TileIndex(level, number, width);
        return index.path().equals(path) ? Parsed.good(index) : Parsed.bad("BAD_TILE_PATH", "written otherwise: " + index.path());
    }

    private String tail() {
        String digits = String.format(Locale.ROOT, "%03d", number % NUMBER_GROUP);
        for (long rest = number / NUMBER_GROUP; rest > 0; rest /= NUMBER_GROUP) {
            digits = String.format(Locale.ROOT, "x%03d/", rest % NUMBER_GROUP) + digits;
        }
        return isFull() ? digits : digits + ".p/" + width;
    }
}
