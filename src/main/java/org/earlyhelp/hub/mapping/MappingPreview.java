package org.earlyhelp.hub.mapping;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.Notice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first records of a trial side by side: what was sent, what the hub takes of it, what is wrong. For the tester's eyes only:
 * it holds what the file holds.
 */
public record MappingPreview(List<Row> rows) {
    /** Most records shown. */
    public static final int ROWS_LIMIT = 50;

    public MappingPreview {
        rows = List.copyOf(rows);
    }

    /** A name and what stands there. */
    public record Cell(String name, String text) {
    }

    /**
     * One record.
     *
     * @param sent  what the layout reads of it; empty when it cannot be read
     * @param taken what the hub would hold of it; empty when it is refused
     */
    public record Row(long line, long record, List<Cell> sent, List<Cell> taken, List<RowFault> faults) {
    }

    /** Previews a file that is at hand as bytes. */
    public static MappingPreview of(Mapping mapping, byte[] file, MappingTime time) {
        List<Row> rows = new ArrayList<>();
        try (SourceReader reader = mapping.open(new ByteArrayInputStream(file))) {
            while (reader.hasNext() && rows.size() < ROWS_LIMIT) {
                rows.add(row(mapping, reader.next(), time));
            }
        }
        return new MappingPreview(rows);
    }

    private static Row row(Mapping mapping, SourceItem item, MappingTime time) {
        if (!(item instanceof SourceItem.Row row)) {
            RowFault fault = item instanceof SourceItem.BadRow bad ? RowFault.of(bad) : RowFault.of((SourceItem.Stop) item);
            return new Row(item.at().line(), item.at().record(), List.of(), List.of(), List.of(fault));
        }
        RowReading reading = RowReading.of(mapping, row.source(), Map.of(), time);
        List<Cell> sent = reading.fields().stream().filter(field -> !field.text().isEmpty()).map(field -> new Cell(field.name(), field.text())).toList();
        List<Cell> taken = reading.result() instanceof MappingResult.Mapped mapped ? cells(mapped.notice()) : List.of();
        return new Row(item.at().line(), item.at().record(), sent, taken, reading.result().faults());
    }

    /** What the hub would hold of a record, place by place. */
    static List<Cell> cells(Notice notice) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell("reference", notice.sourceRef() + ", version " + notice.version()));
        cells.add(new Cell("as of", notice.observedAt() == null ? "its arrival" : notice.observedAt().toString()));
        for (Mention mention : notice.mentions()) {
            String relationship = mention.relationship() == null ? "" : " (" + mention.relationship() + ")";
            flatten(mention.role() + " " + (mention.index() + 1) + relationship, JsonMapper.shared().readTree(CanonicalJson.write(mention.person())), cells);
        }
        flatten("fact", JsonMapper.shared().readTree(CanonicalJson.write(notice.fact())), cells);
        notice.freeText().keySet().stream().sorted().forEach(name -> cells.add(new Cell("free text", name + ", kept sealed")));
        notice.notes().forEach(note -> cells.add(new Cell("note for the reader", note)));
        return cells;
    }

    private static void flatten(String name, JsonNode node, List<Cell> cells) {
        if (node.isObject()) {
            node.properties().forEach(child -> flatten(name + " " + child.getKey(), child.getValue(), cells));
        } else if (node.isArray()) {
            node.values().forEach(child -> flatten(name, child, cells));
        } else if (!node.isNull()) {
            cells.add(new Cell(name, node.asString()));
        }
    }
}
