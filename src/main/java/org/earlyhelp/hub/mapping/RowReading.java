package org.earlyhelp.hub.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.format.SourceRecord;

/**
 * One record read by its mapping, perhaps with some places corrected: what came of it, and what of it was read.
 *
 * @param fields in the order in which the mapping reads them
 */
public record RowReading(MappingResult result, List<ReadField> fields) {
    /** The class of what a reference is put together from. */
    private static final String WHO = "IDENTITY";
    /** The class of anything that no field of the mapping names: the strictest. */
    private static final String WORDS = "FREE_TEXT";

    public RowReading {
        fields = List.copyOf(fields);
    }

    /** Reads the record; {@code corrections} hold the new text by the key of a {@link ReadField}, "" for none. */
    public static RowReading of(Mapping mapping, SourceRecord row, Map<String, String> corrections, MappingTime time) {
        Map<String, String> classes = classes(mapping);
        Map<String, ReadField> fields = new LinkedHashMap<>();
        MappingResult result = mapping.apply(new CorrectedRecord(row, mapping.format(), corrections,
                (key, name, sent, text) -> fields.put(key, new ReadField(key, sent, text, classes.getOrDefault(name, WORDS)))), time);
        return new RowReading(result, List.copyOf(fields.values()));
    }

    /** What becomes of the record with its corrections, without noting what is read. */
    public static MappingResult apply(Mapping mapping, SourceRecord row, Map<String, String> corrections, MappingTime time) {
        return corrections.isEmpty() ? mapping.apply(row, time)
                : mapping.apply(new CorrectedRecord(row, mapping.format(), corrections, (key, name, sent, text) -> { }), time);
    }

    private static Map<String, String> classes(Mapping mapping) {
        Map<String, String> classes = new HashMap<>();
        for (MappedField field : mapping.fields()) {
            for (String name : field.senderName().split(", ")) {
                classes.putIfAbsent(name, field.dataClass());
            }
        }
        mapping.referenceFields().forEach(name -> classes.putIfAbsent(name, WHO));
        return classes;
    }
}
