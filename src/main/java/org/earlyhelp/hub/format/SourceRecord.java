package org.earlyhelp.hub.format;

import java.util.List;
import java.util.Optional;

/**
 * One record of a file, whatever its format. A path names a place in the way of the format: a CSV column by its
 * header, a JSON path {@code child.address.postcode}, an XML path {@code Person/Name} or {@code Person/@ref}, an HL7
 * path {@code PID-5.1} or {@code PID-3[.5=NH].1}. Blank text counts as absent. Immutable.
 */
public interface SourceRecord {
    /** Where the record begins. */
    SourceLocation at();

    /** The text at the path, stripped, the first where there are several; empty when absent or blank. */
    default Optional<String> text(String path) {
        List<String> texts = texts(path);
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(0));
    }

    /** All texts at a repeating path, in order. */
    List<String> texts(String path);

    /** The parts at a repeating path (array elements, elements of that name, repetitions or segments), in order. */
    List<SourceRecord> parts(String path);

    /** Whether the sender states a list at the repeating path, if only an empty one. */
    default boolean isStated(String path) {
        return !texts(path).isEmpty();
    }

    /** Whether the sender says that the value at the path is to be deleted (HL7 {@code ""}); such a value reads as absent. */
    default boolean isErased(String path) {
        return false;
    }

    /** How the sender knows the place of that name in this very record: the day's own header where each day has a column. */
    default String shownName(String name) {
        return name;
    }
}
