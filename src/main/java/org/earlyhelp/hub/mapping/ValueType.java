package org.earlyhelp.hub.mapping;

import org.earlyhelp.hub.kernel.Parsed;

/** How a text becomes a value. Implementations are immutable and thread-safe. */
interface ValueType<T> {
    /** The value, or a receipt code with a sentence that does not repeat the text. */
    Parsed<T> parse(String text, MappingTime time);

    /** What is expected, to follow "Send": "a date as dd/MM/yyyy". */
    String expected();

    /** The values of the hub's model, for whoever writes a code list: "one of F, M, U". */
    default String meant() {
        return expected();
    }

    /** Whether values are dates or times, which other dates can be held against. */
    default boolean isDate() {
        return false;
    }
}
