package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.DiskRows.bytes;
import static org.earlyhelp.hub.cli.torture.matrix.Made.ATTENDANCE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.SCHOOLS;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.days;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.io.IOException;
import java.time.Duration;
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

/** Faults of processes: killed at each step that touches the disk, frozen, out of memory, started half. */
final class ProcessRows {
    /** The calls by which a file comes into its lane, is made durable, gets its receipt and leaves the lane. */
    private static final List<String> STEPS = List.of("link,linkat", "fsync,fdatasync", "rename,renameat", "unlink,unlinkat");
    private static final Duration DEATH_LIMIT = Duration.ofSeconds(40);
    private static final long FROZEN_MILLIS = 90_000;
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
            Await.until("the hub is dead", DEATH_LIMIT, () -> !hub.isAlive());
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
            hub.refusal(SCHOOLS, ATTENDANCE, "f33.csv", bytes(days("heap", BIG_ROWS)));
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
