package org.earlyhelp.hub.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;

/**
 * What stands in the place of what was sent, of one delivery and by the place of the record. Personal data.
 *
 * @param fields new texts by the key of a field
 * @param wholes new texts of records that could not be read
 */
public record Corrections(Map<Long, Map<String, String>> fields, Map<Long, String> wholes) {
    /** Under this key stands the text of a whole record. No layout reads a path of that name. */
    public static final String WHOLE_RECORD = "\n";
    /** Everything stands as it was sent. */
    public static final Corrections NONE = of(Map.of());

    public Corrections {
        fields = Map.copyOf(fields);
        wholes = Map.copyOf(wholes);
    }

    /** Sorts out what is kept of each record. */
    public static Corrections of(Map<Long, Map<String, String>> kept) {
        Map<Long, Map<String, String>> fields = new HashMap<>();
        Map<Long, String> wholes = new HashMap<>();
        kept.forEach((record, texts) -> {
            if (texts.containsKey(WHOLE_RECORD)) {
                wholes.put(record, texts.get(WHOLE_RECORD));
            } else {
                fields.put(record, texts);
            }
        });
        return new Corrections(fields, wholes);
    }

    /**
     * What stands at the place of the item that the reader gave last: itself, or what comes of the text in its place. A text
     * stands back where what was sent can be read after all.
     */
    public List<SourceItem> standing(SourceReader reader, SourceItem item) {
        String whole = item instanceof SourceItem.BadRow ? wholes.get(item.at().record()) : null;
        return whole == null ? List.of(item) : reader.reread(item.at(), whole);
    }

    /** The new texts of a record's fields by key; none for a record that stands as it was sent. */
    public Map<String, String> of(long record) {
        return fields.getOrDefault(record, Map.of());
    }
}
