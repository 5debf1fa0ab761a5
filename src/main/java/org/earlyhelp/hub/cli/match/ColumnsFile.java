package org.earlyhelp.hub.cli.match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import org.earlyhelp.hub.linkage.dataset.Field;

/**
 * Which column of a CSV file holds what (contract, section 7). Immutable.
 *
 * @param record the column of record ids; null when the file lacks it
 * @param faults all that is wrong with the file; the rest is what could be read all the same
 */
public record ColumnsFile(String record, List<ChosenColumn> columns, List<ConfigFault> faults) {
    public ColumnsFile {
        columns = List.copyOf(columns);
        faults = List.copyOf(faults);
    }

    /** Reads a columns file; never throws for what it holds. */
    public static ColumnsFile read(Path path) {
        Checked<DeclaredFile> file = DeclaredFile.read(path, null);
        return file.asOptional().map(declared -> new ColumnsReader(declared).read()).orElseGet(() -> new ColumnsFile(null, List.of(), file.faults()));
    }

    /** Some columns as they are, each by itself. */
    public static ColumnsFile of(String record, List<String> headers) {
        return new ColumnsFile(record, headers.stream().map(header -> new ChosenColumn(Field.OTHER, List.of(header), null)).toList(), List.of());
    }

    /** All columns of the CSV file that are read, each once. */
    List<String> headers() {
        Set<String> headers = new LinkedHashSet<>(List.of(record));
        columns.forEach(column -> headers.addAll(column.headers()));
        return new ArrayList<>(headers);
    }
}
