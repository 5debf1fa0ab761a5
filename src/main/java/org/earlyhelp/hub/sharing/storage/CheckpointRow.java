package org.earlyhelp.hub.sharing.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.earlyhelp.hub.sharing.log.TreeHash;

/**
 * A checkpoint as it is kept.
 *
 * @param previous size of the checkpoint before, 0 for the first
 * @param note     as it was signed
 * @param at       time of the machine that signed
 * @param key      number of the signing key that made the stamp
 * @param stamp    over {@link #content()}
 */
public record CheckpointRow(String origin, long size, long previous, TreeHash root, String note, Instant at, int key, byte[] stamp) {
    public CheckpointRow {
        stamp = stamp.clone();
    }

    @Override
    public byte[] stamp() {
        return stamp.clone();
    }

    /** All of the row but the stamp, each part with its length. */
    public byte[] content() {
        byte[] name = origin.getBytes(StandardCharsets.UTF_8);
        byte[] text = note.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(3 * Integer.BYTES + name.length + text.length + 4 * Long.BYTES + TreeHash.BYTES)
                .putInt(name.length).put(name).putInt(text.length).put(text).putLong(size).putLong(previous).put(root.bytes())
                .putLong(at.getEpochSecond()).putLong(at.getNano()).putInt(key).array();
    }

    /** The same row with a stamp over {@link #content()}. */
    public CheckpointRow stamped(byte[] with) {
        return new CheckpointRow(origin, size, previous, root, note, at, key, with);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CheckpointRow row && Arrays.equals(content(), row.content()) && Arrays.equals(stamp, row.stamp);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(stamp);
    }
}
