package org.earlyhelp.hub.linkage.learned;

import org.earlyhelp.hub.linkage.compare.Form;

/**
 * Keeps forms of texts that come again and again, such as names: at most {@value #SLOTS}, a newer text takes the place
 * of an older one. Thread-safe: an entry is immutable, and a lost one is only made again.
 */
final class FormMemory {
    private static final int SLOTS = 1 << 16;

    private final Entry[] entries = new Entry[SLOTS];

    private record Entry(String text, Form form) {
    }

    Form of(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Entry entry = entries[slot];
        if (entry == null || !entry.text.equals(text)) {
            entry = new Entry(text, Form.of(text));
            entries[slot] = entry;
        }
        return entry.form;
    }
}
