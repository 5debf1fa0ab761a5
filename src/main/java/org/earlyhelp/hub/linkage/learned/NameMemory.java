package org.earlyhelp.hub.linkage.learned;

import org.earlyhelp.hub.linkage.compare.NameComparison;

/**
 * Compares names and keeps the levels of pairs that come again and again: at most {@value #SLOTS}, a newer pair takes
 * the place of an older one. Thread-safe: an entry is immutable, and a lost one is only compared again.
 */
final class NameMemory {
    private static final int SLOTS = 1 << 16;

    private final NameComparison comparison;
    private final FormMemory forms;
    private final Entry[] entries = new Entry[SLOTS];

    /** {@code hash} tells most other pairs apart without a look at the names, which lie anywhere in memory. */
    private record Entry(int hash, String one, String other, int level) {
        boolean isOf(int pair, String first, String second) {
            return hash == pair && (one.equals(first) && other.equals(second) || one.equals(second) && other.equals(first));
        }
    }

    NameMemory(NameComparison comparison, FormMemory forms) {
        this.comparison = comparison;
        this.forms = forms;
    }

    /** The level of two names, in either order. */
    int level(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        int hash = one.hashCode() * 31 ^ other.hashCode() * 31;
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Entry entry = entries[slot];
        if (entry == null || !entry.isOf(hash, one, other)) {
            entry = new Entry(hash, one, other, comparison.level(forms.of(one), forms.of(other)));
            entries[slot] = entry;
        }
        return entry.level;
    }
}
