package org.earlyhelp.hub.linkage.learned;

import org.earlyhelp.hub.linkage.compare.NameComparison;

/** Keeps the sounds of names, at most {@value #SLOTS}; a newer name takes the place of an older one. Thread-safe. */
final class SoundMemory {
    private static final int SLOTS = 1 << 14;

    private final Entry[] entries = new Entry[SLOTS];

    private record Entry(String name, String sound) {
    }

    String of(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Entry entry = entries[slot];
        if (entry == null || !entry.name.equals(name)) {
            entry = new Entry(name, NameComparison.sound(name));
            entries[slot] = entry;
        }
        return entry.sound;
    }
}
