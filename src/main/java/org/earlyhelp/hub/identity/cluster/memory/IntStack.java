package org.earlyhelp.hub.identity.cluster.memory;

import java.util.Arrays;

/** Ints, the last put in first out. */
public final class IntStack {
    private static final int FIRST_CAPACITY = 8;
    private int[] values = new int[FIRST_CAPACITY];
    private int size;

    /** Puts a value on top; grows when it has to. */
    public void push(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** The value put in last; the stack must not be empty. */
    public int pop() {
        return values[--size];
    }

    /** Whether {@link #pop} would fail. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Bytes held, without object headers. */
    public long bytes() {
        return (long) values.length * Integer.BYTES;
    }
}
