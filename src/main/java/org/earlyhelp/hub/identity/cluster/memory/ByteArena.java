package org.earlyhelp.hub.identity.cluster.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Blocks of bytes, each found by its address: 3.5 bytes of slack and 1 or 2 of length a block. A block given back is used again for
 * one of the same size. At most 2^31 units of {@value #UNIT} bytes, which is 16 GiB.
 */
public final class ByteArena {
    static final int UNIT = 8;
    private static final int PAGE_BITS = 16;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int SEVEN_BITS = 0x7f;
    private byte[][] pages = new byte[0][];
    private final Map<Integer, IntStack> free = new HashMap<>();
    private int end;

    /** Copies the first {@code length} bytes in and returns their address, 0 or more. */
    public int put(byte[] content, int length) {
        byte[] head = head(length);
        int address = room(units(head.length + length));
        long at = (long) address * UNIT;
        copyIn(at, head, head.length);
        copyIn(at + head.length, content, length);
        return address;
    }

    /** A copy of a block. */
    public byte[] get(int address) {
        Block block = block(address);
        byte[] content = new byte[block.length];
        for (int done = 0; done < content.length;) {
            int part = part(block.start + done, content.length - done);
            System.arraycopy(pages[page(block.start + done)], offset(block.start + done), content, done, part);
            done += part;
        }
        return content;
    }

    /** Whether a block is exactly the first {@code length} bytes. */
    public boolean holds(int address, byte[] content, int length) {
        Block block = block(address);
        boolean same = block.length == length;
        for (int done = 0; same && done < length;) {
            int from = offset(block.start + done);
            int part = part(block.start + done, length - done);
            same = Arrays.equals(pages[page(block.start + done)], from, from + part, content, done, done + part);
            done += part;
        }
        return same;
    }

    /** Gives a block back; its address must not be used again. */
    public void free(int address) {
        Block block = block(address);
        int units = units((int) (block.start - (long) address * UNIT) + block.length);
        free.computeIfAbsent(units, key -> new IntStack()).push(address);
    }

    /** Bytes held, without object headers. */
    public long bytes() {
        return (long) pages.length * PAGE + free.values().stream().mapToLong(IntStack::bytes).sum();
    }

    private int room(int units) {
        IntStack given = free.get(units);
        if (given != null && !given.isEmpty()) {
            return given.pop();
        }
        int address = end;
        end = Math.addExact(end, units);
        int wanted = page((long) end * UNIT - 1) + 1;
        for (int have = pages.length; have < wanted; have++) {
            pages = Arrays.copyOf(pages, have + 1);
            pages[have] = new byte[PAGE];
        }
        return address;
    }

    private void copyIn(long at, byte[] from, int length) {
        for (int done = 0; done < length;) {
            int part = part(at + done, length - done);
            System.arraycopy(from, done, pages[page(at + done)], offset(at + done), part);
            done += part;
        }
    }

    /** A length in groups of seven bits, lowest first, the high bit set on all but the last. */
    private static byte[] head(int length) {
        byte[] head = new byte[5];
        int size = 0;
        int rest = length;
        for (; rest > SEVEN_BITS; rest >>>= 7) {
            head[size++] = (byte) (rest | SEVEN_BITS + 1);
        }
        head[size++] = (byte) rest;
        return Arrays.copyOf(head, size);
    }

    private Block block(int address) {
        long at = (long) address * UNIT;
        int length = 0;
        byte group;
        int shift = 0;
        do {
            group = pages[page(at)][offset(at)];
            length |= (group & SEVEN_BITS) << shift;
            shift += 7;
            at++;
        } while (group < 0);
        return new Block(at, length);
    }

    private static int part(long at, int wanted) {
        return Math.min(wanted, PAGE - offset(at));
    }

    private static int page(long at) {
        return (int) (at >>> PAGE_BITS);
    }

    private static int offset(long at) {
        return (int) (at & PAGE - 1);
    }

    private static int units(int bytes) {
        return (bytes + UNIT - 1) / UNIT;
    }

    private record Block(long start, int length) {
    }
}
