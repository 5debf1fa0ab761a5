package org.earlyhelp.hub.mapping;

import java.util.Map;
import org.earlyhelp.hub.kernel.Parsed;

/** How a text becomes a value. Implementations are immutable and thread-safe. */
interface ValueType<T> {
    /** The value, or a receipt code with a sentence that does not repeat the text. */
    Parsed<T> parse(String text, MappingTime time);

    /** What is expected, to follow "Send": "a date as dd/MM/yyyy". */
    String expected();

    /** A made-up text that is such a value, for samples; "" when none can be made up. */
    String example();

    /** The values of the hub's model, for whoever writes a code list: "one of F, M, U". */
    default String meant() {
        return expected();
    }

    /** Codes that a sender may choose from without a list in the mapping, and what each stands for; empty when there are none. */
    default Map<String, String> listed() {
        return Map.of();
    }

    /** Whether values are dates or times, which other dates can be held against. */
    default boolean isDate() {
        return false;
    }
}
