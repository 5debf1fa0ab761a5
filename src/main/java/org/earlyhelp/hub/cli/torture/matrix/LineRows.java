package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.DiskRows.bytes;
import static org.earlyhelp.hub.cli.torture.matrix.Made.ATTENDANCE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.HEADER;
import static org.earlyhelp.hub.cli.torture.matrix.Made.SCHOOLS;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.day;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.cli.outside.SftpDoor;
import org.earlyhelp.hub.cli.torture.verdict.Finding;

/** A sender behind a slow line. */
final class LineRows {
    private static final int BYTES_A_SECOND = 8_000;
    private static final int ROWS = 300;

    private LineRows() {
    }

    static List<Row> rows() {
        return List.of(Row.quick("F48", "a sender with 64 kbit/s", LineRows::slowSender));
    }

    private static List<Finding> slowSender(Place place) throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < ROWS; i++) {
            text.append(day(child("slow" + i / 100), LocalDate.parse("2026-03-02").plusDays(i % 100)));
        }
        try (CutLine line = CutLine.to(place.hub().hub().endpoints().sftp()); SftpDoor door = SftpDoor.open(place.hub().hub(), SCHOOLS, line.port())) {
            line.slow(BYTES_A_SECOND);
            door.send(ATTENDANCE, "f48.csv", bytes(text.toString()));
        }
        Answer answer = place.hub().answer(SCHOOLS, "f48.csv");
        return List.of(Finding.that("the file is taken whole", answer.inShort().equals("ACCEPTED " + ROWS + "/0/0"), answer));
    }
}
