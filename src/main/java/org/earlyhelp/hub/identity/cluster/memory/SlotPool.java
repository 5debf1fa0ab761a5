package org.earlyhelp.hub.identity.cluster.memory;

/** Hands out positions in columns, those given back first; at most 2^31 - 1 at a time. */
public final class SlotPool {
    private final IntStack free = new IntStack();
    private int end;
    private int used;

    /** A slot that nobody has: one given back, else the next new one. */
    public int take() {
        used++;
        return free.isEmpty() ? end++ : free.pop();
    }

    /** Takes a position back; whoever gives it must not use it again. */
    public void give(int slot) {
        used--;
        free.push(slot);
    }

    /** How many are handed out now. */
    public int used() {
        return used;
    }

    /** Bytes held, without object headers. */
    public long bytes() {
        return free.bytes();
    }
}
