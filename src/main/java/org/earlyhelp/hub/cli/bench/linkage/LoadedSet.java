package org.earlyhelp.hub.cli.bench.linkage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.cli.match.ColumnsFile;
import org.earlyhelp.hub.cli.match.MatchInput;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.dataset.DataSet;

/** A public data set in memory: what the matcher sees, and apart from it the truth. */
record LoadedSet(PublicSet set, DataSet data, Truth truth) {
    static LoadedSet read(PublicSet set, Path folder, Path columnsFolder) {
        Path file = folder.resolve(set.name() + ".csv");
        ColumnsFile columns = ColumnsFile.read(columnsFolder.resolve(set.columns()));
        DataSet data = read(file, columns);
        DataSet truth = read(file, ColumnsFile.of(columns.record(), set.household().isEmpty() ? List.of(set.truth()) : List.of(set.truth(), set.household())));
        String[] people = Arrays.stream(truth.columns().get(0).values()).map(set::person).toArray(String[]::new);
        return new LoadedSet(set, data, new Truth(people, set.household().isEmpty() ? null : truth.columns().get(1).values()));
    }

    private static DataSet read(Path file, ColumnsFile columns) {
        MatchInput input = MatchInput.read(file, Optional.empty(), columns);
        if (!input.faults().isEmpty() || !input.leftOut().isEmpty()) {
            throw new StartFailure("Nothing was measured: " + (input.faults().isEmpty() ? input.leftOut() : input.faults()).get(0));
        }
        return input.data();
    }
}
