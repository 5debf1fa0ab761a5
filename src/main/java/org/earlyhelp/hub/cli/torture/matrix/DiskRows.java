package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.Made.ATTENDANCE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.SCHOOLS;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.days;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.earlyhelp.hub.cli.torture.verdict.LogJudge;

/** Disks that are full, out of files, closed to writing: the landing folder's, the database's, the log files'. */
final class DiskRows {
    private static final Duration RECOVERY = Duration.ofSeconds(150);
    private static final Duration SILENCE = Duration.ofSeconds(6);
    private static final int BIG_BYTES = 12_000_000;
    private static final int ROWS = 20_000;
    private static final long FULL_MILLIS = 3_000;

    private DiskRows() {
    }

    static List<Row> rows() {
        return List.of(
                Row.slow("F35", "the landing disk, of 8 MB, is full", DiskRows::landingFull),
                Row.slow("F36", "the database's disk is full", DiskRows::databaseFull),
                Row.slow("F38", "the log files' disk is full", DiskRows::logsFull),
                Row.slow("F39", "the landing disk has room and takes no more files", DiskRows::noFiles),
                Row.slow("F40", "the landing disk is closed to writing", DiskRows::readOnly));
    }

    private static List<Finding> landingFull(Place place) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(place.folder().data().resolve("sftp"), "size=8m"); Bench hub = place.start(Surroundings.none())) {
            List<Finding> findings = new ArrayList<>();
            Answer before = hub.send(POLICE, MISSING, "f35-1.json", notice("F35-1", 1, child("roomy")));
            findings.add(Finding.that("a small file is taken", before.stage().equals("ACCEPTED"), before));
            Optional<String> big = hub.refusal(SCHOOLS, ATTENDANCE, "f35-big.csv", new byte[BIG_BYTES]);
            findings.add(refused(place, "a file for which there is no room is refused in plain words", big));
            findings.add(Finding.that("nothing of it is kept", !hub.folder().hasUploadsWaiting(), "a file lies in a lane"));
            Answer told = hub.answer(SCHOOLS, "f35-big.csv");
            findings.add(Finding.that("its sender has a receipt that says so", told.stage().equals("INCOMPLETE"), told));
            hub.door(POLICE).send(MISSING, "f35-2.json", bytes(notice("F35-2", 1, child("midway"))));
            disk.fill();
            findings.add(refused(place, "with the disk full to the last byte too", hub.refusal(POLICE, MISSING, "f35-3.json", bytes(notice("F35-3", 1, child("later"))))));
            findings.add(Finding.that("the health page says so", hub.health().equals("DOWN"), hub.health()));
            disk.free();
            findings.add(Finding.that("what came just before is answered", hub.answer(POLICE, "f35-2.json").stage().equals("ACCEPTED"), "f35-2.json"));
            Answer again = hub.send(POLICE, MISSING, "f35-3.json", notice("F35-3", 1, child("later")));
            findings.add(Finding.that("sent again it is taken", again.stage().equals("ACCEPTED"), again));
            findings.add(Finding.same("every notice is held once", List.of("F35-1@1", "F35-2@1", "F35-3@1"), hub.held("F35-")));
            findings.add(Finding.that("one alert for each child", hub.alerts("F35-").size() == 3, hub.alerts("F35-")));
            findings.add(Finding.that("the hub is well again", hub.health().equals("UP"), hub.health()));
            return findings;
        }
    }

    private static List<Finding> databaseFull(Place place) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(place.folder().data().resolve("postgres"), "size=500m"); Bench hub = place.start(Surroundings.none())) {
            List<Finding> findings = new ArrayList<>();
            hub.send(POLICE, MISSING, "f36-1.json", notice("F36-1", 1, child("dbroomy")));
            hub.settle();
            disk.fill();
            Optional<String> bulk = hub.refusal(SCHOOLS, ATTENDANCE, "f36.csv", bytes(days("days", ROWS)));
            Optional<String> notice = hub.refusal(POLICE, MISSING, "f36-2.json", bytes(notice("F36-2", 1, child("dbfull"))));
            findings.add(Finding.that("senders can still deliver", bulk.isEmpty() && notice.isEmpty(), bulk + " " + notice));
            Optional<Answer> early = hub.answerWithin(SCHOOLS, "f36.csv", SILENCE);
            findings.add(Finding.that("no file is answered that is not held", early.isEmpty(), early));
            findings.add(Finding.that("the health page says so", hub.health().equals("DOWN"), hub.health()));
            Waiting.millis(FULL_MILLIS);
            disk.free();
            Await.until("the hub is well again", RECOVERY, () -> hub.health().equals("UP"));
            findings.add(Finding.same("by itself it then takes both", List.of("ACCEPTED " + ROWS + "/0/0", "ACCEPTED 1/0/0"),
                    List.of(answer(hub, SCHOOLS, "f36.csv"), answer(hub, POLICE, "f36-2.json"))));
            findings.add(Finding.same("every notice is held once", List.of("F36-1@1", "F36-2@1"), hub.held("F36-")));
            findings.add(Finding.that("one alert for each child", hub.alerts("F36-").size() == 2, hub.alerts("F36-")));
            findings.add(LogJudge.isSound(hub.hub()));
            return findings;
        }
    }

    private static String answer(Bench hub, String agency, String name) throws Exception {
        return hub.answerWithin(agency, name, RECOVERY).map(Answer::inShort).orElse("no answer");
    }

    private static List<Finding> logsFull(Place place) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(place.folder().data().resolve("logs"), "size=1m"); Bench hub = place.start(Surroundings.none())) {
            disk.fill();
            Answer answer = hub.send(POLICE, MISSING, "f38.json", notice("F38-1", 1, child("logless")));
            return List.of(Finding.that("the business goes on", answer.stage().equals("ACCEPTED"), answer), UploadRows.oneAlert(hub, "F38-"), LogJudge.isSound(hub.hub()));
        }
    }

    private static List<Finding> noFiles(Place place) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(place.folder().data().resolve("sftp"), "size=64m,nr_inodes=1000"); Bench hub = place.start(Surroundings.none())) {
            disk.useUpFiles();
            Optional<String> refused = hub.refusal(POLICE, MISSING, "f39.json", bytes(notice("F39-1", 1, child("inode"))));
            String health = hub.health();
            disk.free();
            Answer again = hub.send(POLICE, MISSING, "f39.json", notice("F39-1", 1, child("inode")));
            return List.of(refused(place, "the file is refused in plain words", refused), Finding.that("the health page says so", health.equals("DOWN"), health),
                    Finding.that("sent again it is taken", again.stage().equals("ACCEPTED"), again), Finding.same("it is held once", List.of("F39-1@1"), hub.held("F39-")));
        }
    }

    private static List<Finding> readOnly(Place place) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(place.folder().data().resolve("sftp"), "size=64m"); Bench hub = place.start(Surroundings.none())) {
            disk.closeToWriting();
            Optional<String> refused = hub.refusal(POLICE, MISSING, "f40.json", bytes(notice("F40-1", 1, child("readonly"))));
            String health = hub.health();
            disk.openToWriting();
            Answer again = hub.send(POLICE, MISSING, "f40.json", notice("F40-1", 1, child("readonly")));
            return List.of(refused(place, "the file is refused in plain words", refused), Finding.that("the health page says so", health.equals("DOWN"), health),
                    Finding.that("sent again it is taken", again.stage().equals("ACCEPTED"), again), Finding.same("it is held once", List.of("F40-1@1"), hub.held("F40-")));
        }
    }

    /** Quotes what the sender reads. */
    static Finding refused(Place place, String promise, Optional<String> words) {
        words.ifPresent(said -> place.say().accept("the sender reads: " + said));
        return Finding.that(promise, words.isPresent() && words.get().contains("send it again later"), words.orElse("it was taken"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
