package org.earlyhelp.hub.cli.match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.kernel.ConfigFault;

/** The rows of a file that bear an id, and what is wrong with the others. An id that stands twice is a fault of the file. */
record IdentifiedRows(List<SourceRecord> rows, List<String> ids, List<ConfigFault> leftOut, List<ConfigFault> faults) {
    static IdentifiedRows read(Path path, ColumnsFile columns, String prefix) {
        CsvTable table = CsvTable.read(path, columns.headers());
        IdentifiedRows read = new IdentifiedRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(table.leftOut()), new ArrayList<>(table.faults()));
        Map<String, Long> lines = new HashMap<>();
        for (SourceRecord row : table.rows()) {
            read.take(path, row, row.text(columns.record()), lines, prefix);
        }
        return read;
    }

    private void take(Path path, SourceRecord row, Optional<String> id, Map<String, Long> lines, String prefix) {
        int line = (int) row.at().line();
        if (id.isEmpty()) {
            leftOut.add(ConfigFault.of(path, line, "The record has no id; the record is left out."));
            return;
        }
        Long before = lines.putIfAbsent(id.get(), row.at().line());
        if (before != null) {
            faults.add(ConfigFault.of(path, line, "The record id stands in line " + before + " too; expected each once. Nothing was matched."));
        }
        rows.add(row);
        ids.add(prefix + id.get());
    }
}
