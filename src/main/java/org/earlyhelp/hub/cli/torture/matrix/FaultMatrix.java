package org.earlyhelp.hub.cli.torture.matrix;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rows, in the order of their numbers. */
final class FaultMatrix {
    private FaultMatrix() {
    }

    static List<Row> rows(KillRows kills) {
        return Stream.of(kills.rows(), ProcessRows.rows(), SystemCallRows.rows(), ClockRows.rows(), ExpiryRows.rows(), SignInRows.rows(), KeyRows.rows(), LineRows.rows(),
                UploadRows.rows(), BurstRows.rows(), ContentRows.rows(), AgreedRows.rows(), DiskRows.rows(), BrokerRows.rows(), DatabaseRows.rows(), OtherRows.rows()).flatMap(List::stream)
                .sorted(Comparator.comparingDouble(FaultMatrix::number)).toList();
    }

    private static double number(Row row) {
        return Double.parseDouble(row.id().substring(1));
    }
}
