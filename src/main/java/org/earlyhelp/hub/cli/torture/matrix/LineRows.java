package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.DiskRows.bytes;
import static org.earlyhelp.hub.cli.torture.matrix.Made.ATTENDANCE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.HEADER;
import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.SCHOOLS;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.day;
import static org.earlyhelp.hub.cli.torture.matrix.Made.days;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.sshd.sftp.client.SftpClient;
import org.earlyhelp.hub.cli.outside.SftpDoor;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.torture.verdict.Finding;

/** Senders behind a slow line, and behind one that went silent. */
final class LineRows {
    private static final int BYTES_A_SECOND = 8_000;
    private static final int ROWS = 300;
    private static final String IDLE_SECONDS = "15";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private LineRows() {
    }

    static List<Row> rows() {
        return List.of(Row.quick("F48", "a sender with 64 kbit/s", LineRows::slowSender),
                Row.slow("F49", "a half-open connection: both ends hear nothing more and no end comes", LineRows::halfOpen));
    }

    private static List<Finding> halfOpen(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.of(Map.of("HUB_SFTP_IDLE_SECONDS", IDLE_SECONDS))); CutLine line = CutLine.to(hub.hub().endpoints().sftp());
             SftpDoor door = SftpDoor.open(hub.hub(), POLICE, line.port())) {
            byte[] content = bytes(notice("F49-1", 1, child("halfopen")));
            SftpClient.CloseableHandle file = door.client().open("/in/" + MISSING + "/f49.json", SftpClient.OpenMode.Write, SftpClient.OpenMode.Create);
            door.client().write(file, 0, content, 0, content.length / 2);
            List<Path> written = OpenFiles.below(hub.hub().pid(), hub.folder().data().resolve("sftp/incoming"));
            line.hold(true);
            Answer other = hub.send(SCHOOLS, ATTENDANCE, "f49.csv", HEADER + day(child("neighbour"), LocalDate.parse("2026-11-19")));
            Answer told = hub.answer(POLICE, "f49.json");
            List<Finding> findings = new ArrayList<>(List.of(Finding.that("the half upload was being written", written.size() == 1, written), Finding.that("others go on meanwhile", other.stage().equals("ACCEPTED"), other),
                    Finding.that("it is answered INCOMPLETE", told.inShort().equals("INCOMPLETE 0/0/0"), told)));
            Await.until("the hub has hung up", LIMIT, () -> line.farPorts().stream().noneMatch(OpenFiles::isCalledFrom));
            List<Path> left = OpenFiles.below(hub.hub().pid(), hub.folder().data().resolve("sftp/incoming"));
            findings.add(Finding.that("its file handle is free", left.isEmpty(), left));
            Answer again = hub.send(POLICE, MISSING, "f49.json", new String(content, StandardCharsets.UTF_8));
            findings.addAll(List.of(Finding.that("sent again it is taken", again.inShort().equals("ACCEPTED 1/0/0"), again), Finding.same("it is held once", List.of("F49-1@1"), hub.held("F49-")),
                    UploadRows.oneAlert(hub, "F49-")));
            return findings;
        }
    }

    private static List<Finding> slowSender(Place place) throws Exception {
        try (CutLine line = CutLine.to(place.hub().hub().endpoints().sftp()); SftpDoor door = SftpDoor.open(place.hub().hub(), SCHOOLS, line.port())) {
            line.slow(BYTES_A_SECOND);
            door.send(ATTENDANCE, "f48.csv", bytes(days("slow", ROWS)));
        }
        Answer answer = place.hub().answer(SCHOOLS, "f48.csv");
        return List.of(Finding.that("the file is taken whole", answer.inShort().equals("ACCEPTED " + ROWS + "/0/0"), answer));
    }
}
