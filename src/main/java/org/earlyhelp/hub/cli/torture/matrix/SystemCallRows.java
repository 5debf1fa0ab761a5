package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.DiskRows.bytes;
import static org.earlyhelp.hub.cli.torture.matrix.Made.ATTENDANCE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.SCHOOLS;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.days;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.cli.outside.HubTables;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.earlyhelp.hub.cli.torture.verdict.LogJudge;

/** Calls to the system that fail or crawl while the hub runs. */
final class SystemCallRows {
    private static final List<String> WRITERS_CALLS = List.of("pwrite64", "fdatasync,fsync", "sendto", "recvfrom", "openat");
    private static final Duration RECOVERY = Duration.ofSeconds(150);
    private static final int CRAWL_MICROS = 20_000;
    private static final int CRAWL_ROWS = 3_000;

    private SystemCallRows() {
    }

    static List<Row> rows() {
        return List.of(
                Row.slow("F41", "making a file durable fails (EIO)", SystemCallRows::notDurable),
                Row.slow("F42", "each call of the log's writer to the system fails once", SystemCallRows::writersCalls),
                Row.slow("F43", "a disk that crawls", SystemCallRows::crawlingDisk));
    }

    private static List<Finding> notDurable(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            hub.send(POLICE, MISSING, "f41-0.json", notice("F41-0", 1, child("eiobefore")));
            hub.settle();
            Optional<String> refused = Tracer.during(List.of(hub.hub().pid()), "fsync,fdatasync", "error=EIO",
                    () -> hub.refusal(POLICE, MISSING, "f41.json", bytes(notice("F41-1", 1, child("eio")))));
            boolean kept = hub.folder().hasUploadsWaiting();
            Answer again = hub.send(POLICE, MISSING, "f41.json", notice("F41-1", 1, child("eio")));
            List<Finding> findings = new ArrayList<>(List.of(DiskRows.refused(place, "the file is refused in plain words", refused), Finding.that("nothing of it is kept", !kept, "a file lies in a lane"),
                    Finding.that("sent again it is taken", again.stage().equals("ACCEPTED"), again), Finding.same("it is held once", List.of("F41-0@1", "F41-1@1"), hub.held("F41-"))));
            findings.add(Finding.that("one alert for each child", hub.alerts("F41-").size() == 2, hub.alerts("F41-")));
            Await.until("the hub is well again", RECOVERY, () -> hub.health().equals("UP"));
            return findings;
        }
    }

    /** The log's writer is PostgreSQL on the hub's behalf: calls of the processes that are there fail, each kind once in each; those that follow are well. */
    private static List<Finding> writersCalls(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < WRITERS_CALLS.size(); i++) {
                String id = "F42-" + i;
                answers.add(Tracer.during(HubTables.databasePids(hub.hub()).stream().skip(1).toList(), WRITERS_CALLS.get(i), "error=EIO:when=1", () -> {
                    hub.door(POLICE).send(MISSING, id + ".json", bytes(notice(id, 1, child("call" + id))));
                    return hub.answerWithin(POLICE, id + ".json", RECOVERY).map(Answer::stage).orElse("none");
                }));
            }
            Await.until("the hub is well again", RECOVERY, () -> hub.health().equals("UP"));
            return List.of(Finding.same("every file is taken in the end", WRITERS_CALLS.stream().map(call -> "ACCEPTED").toList(), answers),
                    Finding.that("every notice is held once", hub.held("F42-").size() == WRITERS_CALLS.size(), hub.held("F42-")),
                    Finding.that("one alert for each child", hub.alerts("F42-").size() == WRITERS_CALLS.size(), hub.alerts("F42-")), LogJudge.isSound(hub.hub()));
        }
    }

    private static List<Finding> crawlingDisk(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            List<String> answers = Tracer.during(List.of(hub.hub().pid()), "write,pwrite64,fsync,fdatasync", "delay_enter=" + CRAWL_MICROS, () -> {
                hub.door(SCHOOLS).send(ATTENDANCE, "f43.csv", bytes(days("crawl", CRAWL_ROWS)));
                Answer urgent = hub.send(POLICE, MISSING, "f43.json", notice("F43-1", 1, child("crawler")));
                return List.of(urgent.inShort(), hub.answer(SCHOOLS, "f43.csv").inShort());
            });
            return List.of(Finding.same("both files are taken", List.of("ACCEPTED 1/0/0", "ACCEPTED " + CRAWL_ROWS + "/0/0"), answers),
                    UploadRows.oneAlert(hub, "F43-"));
        }
    }
}
