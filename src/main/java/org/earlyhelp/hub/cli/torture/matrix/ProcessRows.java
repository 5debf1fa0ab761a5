package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.DiskRows.bytes;
import static org.earlyhelp.hub.cli.torture.matrix.Made.ATTENDANCE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.HEADER;
import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.SCHOOLS;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.day;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.earlyhelp.hub.cli.torture.verdict.LogJudge;
import org.earlyhelp.hub.kernel.StartFailure;

/** Faults of processes: killed at each step that touches the disk, frozen, out of memory, calls to the system that fail or crawl. */
final class ProcessRows {
    /** The calls by which a file comes into its lane, is made durable, gets its receipt and leaves the lane. */
    private static final List<String> STEPS = List.of("link,linkat", "fsync,fdatasync", "rename,renameat", "unlink,unlinkat");
    private static final List<String> WRITERS_CALLS = List.of("pwrite64", "fdatasync,fsync", "sendto", "recvfrom", "openat");
    private static final Duration DEATH_LIMIT = Duration.ofSeconds(40);
    private static final Duration RECOVERY = Duration.ofSeconds(150);
    private static final long FROZEN_MILLIS = 90_000;
    private static final int CRAWL_MICROS = 20_000;
    private static final int BIG_ROWS = 150_000;
    private static final int MOST_DEATHS = 15;
    private static final int FIRST_STARTS = 3;
    private static final int LONGEST_FIRST_START_MILLIS = 9_000;

    private ProcessRows() {
    }

    static List<Row> rows() {
        return List.of(
                Row.slow("F28", "kill -9 at each step that touches the disk", ProcessRows::killedAtSteps),
                Row.slow("F32", "the hub is frozen for 90 s", ProcessRows::frozen),
                Row.slow("F33", "out of memory", ProcessRows::outOfMemory),
                Row.slow("F41", "making a file durable fails (EIO)", ProcessRows::notDurable),
                Row.slow("F42", "each call of the log's writer to the system fails once", ProcessRows::writersCalls),
                Row.slow("F43", "a disk that crawls", ProcessRows::crawlingDisk),
                Row.slow("F50", "no names are resolved", ProcessRows::noNames),
                Row.slow("F66", "the first start is killed half way through its migrations", ProcessRows::killedFirstStarts));
    }

    private static List<Finding> killedAtSteps(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            List<Finding> findings = new ArrayList<>();
            int deaths = 0;
            for (int i = 0; i < STEPS.size(); i++) {
                String name = "f28-" + i + ".json";
                byte[] content = bytes(notice("F28-" + i, 1, child("step" + i)));
                boolean[] died = new boolean[1];
                Optional<String> unsure = Tracer.during(List.of(hub.hub().pid()), STEPS.get(i), "signal=SIGKILL:when=1", () -> {
                    Optional<String> refused = hub.refusal(POLICE, MISSING, name, content);
                    died[0] = isDeadSoon(hub.hub());
                    return refused;
                });
                deaths += died[0] ? 1 : 0;
                hub.kill();
                hub.startAgain(Optional.empty());
                if (unsure.isPresent()) {
                    hub.door(POLICE).send(MISSING, name, content);
                }
            }
            hub.settle();
            place.say().accept(deaths + " of " + STEPS.size() + " steps killed the hub: " + String.join(" | ", STEPS));
            findings.add(Finding.that("the hub was killed at every step", deaths == STEPS.size(), deaths + " deaths"));
            findings.add(Finding.same("every notice is held once", List.of("F28-0@1", "F28-1@1", "F28-2@1", "F28-3@1"), hub.held("F28-")));
            findings.add(Finding.that("one alert for each child", hub.alerts("F28-").size() == STEPS.size(), hub.alerts("F28-")));
            findings.add(Finding.that("each was told once", Heard.take(hub.hub()).raised().stream().distinct().count() == STEPS.size(), "another number"));
            findings.add(LogJudge.isSound(hub.hub()));
            return findings;
        }
    }

    private static boolean isDeadSoon(ChildHub hub) {
        try {
            Bench.await("the hub is dead", DEATH_LIMIT, () -> !hub.isAlive());
            return true;
        } catch (StartFailure e) {
            return false;
        }
    }

    private static List<Finding> frozen(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            hub.door(POLICE).send(MISSING, "f32.json", bytes(notice("F32-1", 1, child("frozen"))));
            OsCall.need("kill", "-STOP", Long.toString(hub.hub().pid()));
            Waiting.millis(FROZEN_MILLIS);
            OsCall.need("kill", "-CONT", Long.toString(hub.hub().pid()));
            Answer answer = hub.answer(POLICE, "f32.json");
            return List.of(Finding.that("the file is taken after the thaw", answer.stage().equals("ACCEPTED"), answer), Finding.same("it is held once", List.of("F32-1@1"), hub.held("F32-")),
                    UploadRows.oneAlert(hub, "F32-"), Finding.that("the hub is well", hub.health().equals("UP"), hub.health()));
        }
    }

    /** A heap so small that a large file may not fit beside the rest: whatever happens, it is answered in the end and nothing else suffers. */
    private static List<Finding> outOfMemory(Place place) throws Exception {
        try (Bench hub = Bench.start(place.launch().withHeap("96m"), place.folder(), Optional.of(Place.MONDAY), Surroundings.none())) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int i = 0; i < BIG_ROWS; i++) {
                text.append(day(child("heap" + i / 100), LocalDate.parse("2026-03-02").plusDays(i % 100)));
            }
            hub.refusal(SCHOOLS, ATTENDANCE, "f33.csv", bytes(text.toString()));
            int deaths = 0;
            Optional<Answer> answer = Optional.empty();
            while (answer.isEmpty() && deaths <= MOST_DEATHS) {
                answer = answerUnlessDead(hub);
                if (!hub.hub().isAlive()) {
                    deaths++;
                    hub.kill();
                    hub.startAgain(Optional.empty());
                }
            }
            place.say().accept("the hub ended " + deaths + " times for want of memory; the file ended as " + answer.map(Answer::inShort).orElse("nothing"));
            Answer next = hub.send(POLICE, MISSING, "f33.json", notice("F33-1", 1, child("heapafter")));
            return List.of(Finding.that("the large file is answered: taken, or set aside", answer.filter(told -> told.stage().equals("ACCEPTED") || told.stage().equals("HELD")).isPresent(), answer),
                    Finding.that("the next file is taken", next.stage().equals("ACCEPTED"), next));
        }
    }

    private static Optional<Answer> answerUnlessDead(Bench hub) {
        try {
            return hub.answerWithin(SCHOOLS, "f33.csv", DEATH_LIMIT);
        } catch (IOException e) {
            // It died while it was asked: it is started again and asked again.
            return Optional.empty();
        }
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
            Bench.await("the hub is well again", RECOVERY, () -> hub.health().equals("UP"));
            return findings;
        }
    }

    /** The log's writer is PostgreSQL on the hub's behalf: calls of the processes that are there fail, each kind once in each; those that follow are well. */
    private static List<Finding> writersCalls(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < WRITERS_CALLS.size(); i++) {
                String id = "F42-" + i;
                answers.add(Tracer.during(hub.databasePids().stream().skip(1).toList(), WRITERS_CALLS.get(i), "error=EIO:when=1", () -> {
                    hub.door(POLICE).send(MISSING, id + ".json", bytes(notice(id, 1, child("call" + id))));
                    return hub.answerWithin(POLICE, id + ".json", RECOVERY).map(Answer::stage).orElse("none");
                }));
            }
            Bench.await("the hub is well again", RECOVERY, () -> hub.health().equals("UP"));
            return List.of(Finding.same("every file is taken in the end", WRITERS_CALLS.stream().map(call -> "ACCEPTED").toList(), answers),
                    Finding.that("every notice is held once", hub.held("F42-").size() == WRITERS_CALLS.size(), hub.held("F42-")),
                    Finding.that("one alert for each child", hub.alerts("F42-").size() == WRITERS_CALLS.size(), hub.alerts("F42-")), LogJudge.isSound(hub.hub()));
        }
    }

    private static List<Finding> crawlingDisk(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int i = 0; i < BIG_ROWS / 50; i++) {
                text.append(day(child("crawl" + i / 100), LocalDate.parse("2026-03-02").plusDays(i % 100)));
            }
            List<String> answers = Tracer.during(List.of(hub.hub().pid()), "write,pwrite64,fsync,fdatasync", "delay_enter=" + CRAWL_MICROS, () -> {
                hub.door(SCHOOLS).send(ATTENDANCE, "f43.csv", bytes(text.toString()));
                Answer urgent = hub.send(POLICE, MISSING, "f43.json", notice("F43-1", 1, child("crawler")));
                return List.of(urgent.inShort(), hub.answer(SCHOOLS, "f43.csv").inShort());
            });
            return List.of(Finding.same("both files are taken", List.of("ACCEPTED 1/0/0", "ACCEPTED " + BIG_ROWS / 50 + "/0/0"), answers),
                    UploadRows.oneAlert(hub, "F43-"));
        }
    }

    private static List<Finding> noNames(Place place) throws Exception {
        OsCall.need("unshare", "-m", "true");
        try (Bench hub = Bench.start(place.launch().within(List.of("unshare", "-m", "sh", "-c", "mount --bind /dev/null /etc/resolv.conf && exec \"$0\" \"$@\"")), place.folder(),
                Optional.of(Place.MONDAY), Surroundings.none())) {
            Answer answer = hub.send(POLICE, MISSING, "f50.json", notice("F50-1", 1, child("nameless")));
            return List.of(Finding.that("the hub starts and takes files", answer.stage().equals("ACCEPTED"), answer), UploadRows.oneAlert(hub, "F50-"));
        }
    }

    private static List<Finding> killedFirstStarts(Place place) throws Exception {
        SplittableRandom random = new SplittableRandom(66);
        for (int i = 0; i < FIRST_STARTS; i++) {
            ChildHub first = ChildHub.begin(place.launch(), place.folder(), Optional.of(Place.MONDAY));
            Waiting.millis(LONGEST_FIRST_START_MILLIS / 3 + random.nextInt(LONGEST_FIRST_START_MILLIS * 2 / 3));
            first.kill();
        }
        try (Bench hub = place.start(Surroundings.none())) {
            Answer answer = hub.send(POLICE, MISSING, "f66.json", notice("F66-1", 1, child("migrate")));
            return List.of(Finding.that("the next start finishes them and takes files", answer.stage().equals("ACCEPTED"), answer), UploadRows.oneAlert(hub, "F66-"), LogJudge.isSound(hub.hub()));
        }
    }
}
