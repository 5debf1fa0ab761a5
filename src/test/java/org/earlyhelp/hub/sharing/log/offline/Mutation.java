package org.earlyhelp.hub.sharing.log.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.earlyhelp.hub.sharing.log.EntryBundle;
import org.earlyhelp.hub.sharing.log.TreeHash;

/** Ways to tamper with an exported log of 3,000 entries, and the index that a verifier must name; null when none can be told. */
enum Mutation {
    FLIPPED_BIT_IN_A_BUNDLE(17L, (log, folder) -> change(folder, "tile/entries/000", bytes -> flipped(bytes, 17 * EntryBundle.ENTRY_BYTES + 9))),
    FLIPPED_BIT_IN_A_COMMITMENT(18L, (log, folder) -> changeLine(folder, 18, line -> line.replaceFirst("(commitment\":\"....)(.)", "$1/").replaceFirst("(commitment\":\"...)(.)", "$1+"))),
    FLIPPED_BIT_IN_A_PAYLOAD(19L, (log, folder) -> changeLine(folder, 19, line -> line.replaceFirst("(payload\":\"........)(.)", "$10"))),
    FLIPPED_BIT_IN_A_SALT(20L, (log, folder) -> changeLine(folder, 20, line -> line.replaceFirst("(salt\":\"........)(..)", "$1+/"))),
    REMOVED_LINE(21L, (log, folder) -> changeLines(folder, lines -> lines.remove(21))),
    REMOVED_LAST_LINE(2_999L, (log, folder) -> changeLines(folder, lines -> lines.remove(2_999))),
    REMOVED_ENTRY_AND_THE_REST_RENUMBERED(300L, (log, folder) -> {
        changeLines(folder, lines -> {
            lines.remove(300);
            for (int i = 300; i < lines.size(); i++) {
                lines.set(i, lines.get(i).replace("\"index\":" + (i + 1) + ",", "\"index\":" + i + ","));
            }
        });
    }),
    SWAPPED_LINES(30L, (log, folder) -> changeLines(folder, lines -> Collections.swap(lines, 30, 31))),
    SWAPPED_PAIR(256L, (log, folder) -> {
        changeLines(folder, lines -> {
            Collections.swap(lines, 256, 257);
            lines.set(256, lines.get(256).replace("\"index\":257,", "\"index\":256,"));
            lines.set(257, lines.get(257).replace("\"index\":256,", "\"index\":257,"));
        });
        change(folder, "tile/entries/001", bytes -> swapped(bytes, EntryBundle.ENTRY_BYTES));
    }),
    SWAPPED_PAIR_IN_ITS_TILE_TOO(256L, (log, folder) -> {
        SWAPPED_PAIR.apply(log, folder);
        change(folder, "tile/0/001", bytes -> swapped(bytes, TreeHash.BYTES));
    }),
    DOUBLED_LINE(40L, (log, folder) -> changeLines(folder, lines -> lines.add(40, lines.get(39)))),
    LINE_WITH_ANOTHER_INDEX(60L, (log, folder) -> changeLine(folder, 60, line -> line.replace("\"index\":60,", "\"index\":61,"))),
    LINE_WITH_A_MEMBER_MORE(61L, (log, folder) -> changeLine(folder, 61, line -> line.replace("\"index\":61,", "\"index\":61,\"note\":null,"))),
    ADDED_LINE(3_000L, (log, folder) -> changeLines(folder, lines -> lines.add(lines.get(2_999).replace("\"index\":2999,", "\"index\":3000,")))),
    FORKED_CHECKPOINT(null, (log, folder) -> write(folder, "checkpoint", log.signed(3_000, TreeHash.leaf(new byte[0])).getBytes(StandardCharsets.UTF_8))),
    CHECKPOINT_OF_MORE(3_000L, (log, folder) -> {
        write(folder, "checkpoint", log.signed(3_001, TreeHash.leaf(new byte[0])).getBytes(StandardCharsets.UTF_8));
        folder.resolve("tile/0/011.p/184").toFile().renameTo(folder.resolve("tile/0/011.p/185").toFile());
        folder.resolve("tile/entries/011.p/184").toFile().renameTo(folder.resolve("tile/entries/011.p/185").toFile());
    }),
    CHECKPOINT_WITHOUT_ITS_SIGNATURE(null, (log, folder) -> change(folder, "checkpoint", bytes -> new String(bytes, StandardCharsets.UTF_8).replace("\n3000\n", "\n2999\n").getBytes(StandardCharsets.UTF_8))),
    TRUNCATED_TILE(255L, (log, folder) -> change(folder, "tile/0/000", bytes -> Arrays.copyOf(bytes, bytes.length - 32))),
    TRUNCATED_PARTIAL_TILE(2_999L, (log, folder) -> change(folder, "tile/0/011.p/184", bytes -> Arrays.copyOf(bytes, bytes.length - 1))),
    TRUNCATED_UPPER_TILE(2_560L, (log, folder) -> change(folder, "tile/1/000.p/11", bytes -> Arrays.copyOf(bytes, bytes.length - 32))),
    TRUNCATED_BUNDLE(511L, (log, folder) -> change(folder, "tile/entries/001", bytes -> Arrays.copyOf(bytes, bytes.length - 34))),
    LENGTHENED_TILE(256L, (log, folder) -> change(folder, "tile/0/001", bytes -> Arrays.copyOf(bytes, bytes.length + 32))),
    MISSING_TILE(512L, (log, folder) -> delete(folder, "tile/0/002")),
    MISSING_BUNDLE(512L, (log, folder) -> delete(folder, "tile/entries/002")),
    TAKEN_PAYLOAD(50L, (log, folder) -> changeLine(folder, 50, line -> line.replaceFirst("\"salt\".*", "\"salt\":null,\"payload\":null}"))),
    TAKEN_PAYLOAD_ALONE(51L, (log, folder) -> changeLine(folder, 51, line -> line.replaceFirst("\"payload\".*", "\"payload\":null}")));

    /** What the folder holds is changed; the log is there to sign as its owner could. */
    interface Tampering {
        void on(MemoryLog log, Path folder);
    }

    final Long index;
    private final Tampering tampering;

    Mutation(Long index, Tampering tampering) {
        this.index = index;
        this.tampering = tampering;
    }

    void apply(MemoryLog log, Path folder) {
        tampering.on(log, folder);
    }

    static void changeLines(Path folder, Consumer<List<String>> change) {
        change(folder, "entries.jsonl", bytes -> {
            List<String> lines = new ArrayList<>(new String(bytes, StandardCharsets.UTF_8).lines().toList());
            change.accept(lines);
            return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        });
    }

    static void change(Path folder, String file, UnaryOperator<byte[]> change) {
        try {
            write(folder, file, change.apply(Files.readAllBytes(folder.resolve(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path folder, String file, byte[] bytes) {
        try {
            Files.write(folder.resolve(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void changeLine(Path folder, int line, UnaryOperator<String> change) {
        changeLines(folder, lines -> lines.set(line, change.apply(lines.get(line))));
    }

    private static void delete(Path folder, String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] swapped(byte[] bytes, int length) {
        byte[] first = Arrays.copyOf(bytes, length);
        System.arraycopy(bytes, length, bytes, 0, length);
        System.arraycopy(first, 0, bytes, length, length);
        return bytes;
    }
}
