package org.earlyhelp.hub.identity.cluster.memory;

import java.util.Arrays;

/** Ints by position, 0 where none was set; grows by a page at a time, so that growing copies nothing. */
public final class IntColumn {
    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;
    private int[][] pages = new int[0][];

    /** The value at a position that lies on a page already written to. */
    public int get(int at) {
        return pages[at >>> PAGE_BITS][at & PAGE - 1];
    }

    /** Sets a value, making room up to there where there is none. */
    public void set(int at, int value) {
        int page = at >>> PAGE_BITS;
        while (page >= pages.length) {
            pages = Arrays.copyOf(pages, pages.length + 1);
            pages[pages.length - 1] = new int[PAGE];
        }
        pages[page][at & PAGE - 1] = value;
    }

    /** Bytes held, without object headers. */
    public long bytes() {
        return (long) pages.length * PAGE * Integer.BYTES;
    }
}
