package org.earlyhelp.hub.cli.match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.linkage.dataset.DataSet;

/**
 * What is to be matched: one file, or two.
 *
 * @param ids     of the records, as results name them: with {@code left:} or {@code right:} before when there are two files
 * @param data    null when there are faults
 * @param leftOut rows that could not be read; the others are in the data
 * @param faults  why nothing can be matched, all at once; empty when it can
 */
public record MatchInput(List<String> ids, DataSet data, List<ConfigFault> leftOut, List<ConfigFault> faults) {
    static final String LEFT = "left:";
    static final String RIGHT = "right:";

    /** Reads one file, or two when {@code right} is there. */
    public static MatchInput read(Path left, Optional<Path> right, ColumnsFile columns) {
        List<ConfigFault> faults = new ArrayList<>(columns.faults());
        List<ConfigFault> leftOut = new ArrayList<>();
        List<IdentifiedRows> files = new ArrayList<>();
        if (columns.record() != null) {
            files.add(IdentifiedRows.read(left, columns, right.isPresent() ? LEFT : ""));
            right.ifPresent(path -> files.add(IdentifiedRows.read(path, columns, RIGHT)));
        }
        files.forEach(file -> faults.addAll(file.faults()));
        files.forEach(file -> leftOut.addAll(file.leftOut()));
        List<String> ids = files.stream().flatMap(file -> file.ids().stream()).toList();
        return new MatchInput(ids, faults.isEmpty() ? data(files, columns) : null, leftOut, faults);
    }

    private static DataSet data(List<IdentifiedRows> files, ColumnsFile columns) {
        List<SourceRecord> rows = files.stream().flatMap(file -> file.rows().stream()).toList();
        List<DataSet.Column> made = columns.columns().stream()
                .map(column -> new DataSet.Column(column.field(), column.name(), rows.stream().map(column::value).toArray(String[]::new))).toList();
        return new DataSet(rows.size(), files.get(0).rows().size(), made);
    }
}
