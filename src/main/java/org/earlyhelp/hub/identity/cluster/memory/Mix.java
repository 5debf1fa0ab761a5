package org.earlyhelp.hub.identity.cluster.memory;

/** Spreads keys that resemble each other evenly over 64 bits. */
final class Mix {
    private Mix() {
    }

    /** The finaliser of MurmurHash3 (Austin Appleby, public domain): one to one, each bit in decides each bit out. */
    static long of(long key) {
        long mixed = (key ^ key >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
