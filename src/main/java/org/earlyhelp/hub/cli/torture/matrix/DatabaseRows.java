package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.earlyhelp.hub.cli.outside.CsvExport;
import org.earlyhelp.hub.cli.outside.HubTables;
import org.earlyhelp.hub.cli.outside.OutsideDatabase;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.earlyhelp.hub.cli.torture.verdict.LogJudge;

/** A database behind a line that is held or cut, locks that last, a deadlock, and an embedded server that is killed under the hub. */
final class DatabaseRows {
    private static final Duration RECOVERY = Duration.ofSeconds(120);
    private static final long HELD_MILLIS = 60_000;
    private static final long LOCKED_MILLIS = 4_000;
    private static final int NOTICES = 200;
    private static final int CUTS = 5;
    /** Twice as many as the hub has connections. */
    private static final int READERS = 40;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(90);

    private DatabaseRows() {
    }

    static List<Row> rows() {
        return List.of(
                Row.slow("F30.1", "the embedded database is killed under the hub", DatabaseRows::killedInside),
                Row.slow("F44", "the line to the database is dead for 60 s", DatabaseRows::held),
                Row.slow("F46", "the line to the database is reset in the middle of transactions", DatabaseRows::reset),
                Row.quick("F51", "a deadlock", DatabaseRows::deadlock),
                Row.slow("F52", "all connections to the database hang on locks of somebody else", DatabaseRows::usedUp),
                Row.quick("F53", "a lock that lasts", DatabaseRows::locked));
    }

    private static List<Finding> killedInside(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            hub.send(POLICE, MISSING, "f30-1.json", notice("F30-1", 1, child("inside")));
            hub.door(POLICE).send(MISSING, "f30-2.json", many("F30x", "killed"));
            HubTables.killDatabase(hub.hub());
            Answer many = hub.answer(POLICE, "f30-2.json");
            Answer after = hub.send(POLICE, MISSING, "f30-3.json", notice("F30-3", 1, child("insidetwo")));
            return List.of(Finding.same("all files are taken by themselves", List.of("ACCEPTED " + NOTICES + "/0/0", "ACCEPTED 1/0/0"), List.of(many.inShort(), after.inShort())),
                    Finding.that("every record is held once", hub.held("F30x-").size() == NOTICES && hub.held("F30-").size() == 2, hub.held("F30").size() + " are held"),
                    Finding.that("one alert for each child", hub.alerts("F30-").size() == 2, hub.alerts("F30-")), LogJudge.isSound(hub.hub()));
        }
    }

    private static List<Finding> held(Place place) throws Exception {
        return behindLine(place, "F44", (hub, line) -> {
            line.hold(true);
            Waiting.millis(HELD_MILLIS);
            line.hold(false);
        });
    }

    private static List<Finding> reset(Place place) throws Exception {
        return behindLine(place, "F46", (hub, line) -> {
            for (int i = 0; i < CUTS; i++) {
                Waiting.millis(40L * i);
                line.cut();
            }
        });
    }

    @FunctionalInterface
    private interface Harm {
        void to(Bench hub, CutLine line) throws Exception;
    }

    private static List<Finding> behindLine(Place place, String id, Harm harm) throws Exception {
        try (OutsideDatabase database = OutsideDatabase.start(place.root().resolve("outside-database"));
             CutLine line = CutLine.to(URI.create(database.address().url().substring("jdbc:".length())).getPort());
             Bench hub = place.start(new Surroundings(Optional.of(database), Optional.empty(),
                     Map.of("HUB_DB_URL", database.address().url().replaceFirst(":\\d+/", ":" + line.port() + "/"))))) {
            hub.send(POLICE, MISSING, id + "-0.json", notice(id + "-0", 1, child("before" + id)));
            hub.door(POLICE).send(MISSING, id + "-1.json", many(id + "x", "line" + id));
            harm.to(hub, line);
            Optional<Answer> many = hub.answerWithin(POLICE, id + "-1.json", RECOVERY);
            Answer after = hub.send(POLICE, MISSING, id + "-2.json", notice(id + "-2", 1, child("after" + id)));
            Await.until("the hub is well again", RECOVERY, () -> hub.health().equals("UP"));
            return List.of(Finding.same("all files are taken by themselves", List.of("ACCEPTED " + NOTICES + "/0/0", "ACCEPTED 1/0/0"),
                            List.of(many.map(Answer::inShort).orElse("no answer"), after.inShort())),
                    Finding.that("every record is held once", hub.held(id + "x-").size() == NOTICES && hub.held(id + "-").size() == 2, hub.held(id).size() + " are held"),
                    Finding.that("one alert for each child", hub.alerts(id + "-").size() == 2, hub.alerts(id + "-")), LogJudge.isSound(hub.hub()));
        }
    }

    private static byte[] many(String id, String word) {
        return String.join("", IntStream.range(0, NOTICES).mapToObj(i -> notice(id + "-" + i, 1, "LOW", "2026-11-20T21:30:00Z", child(word + i))).toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Another session holds what the hub needs second and then asks for what the hub has first. */
    private static List<Finding> deadlock(Place place) throws Exception {
        Bench hub = place.hub();
        try (Connection rival = HubTables.databaseOf(hub.hub()).getConnection(); Statement sql = rival.createStatement()) {
            rival.setAutoCommit(false);
            sql.execute("LOCK TABLE mention IN ACCESS EXCLUSIVE MODE");
            hub.door(POLICE).send(MISSING, "f51.json", notice("F51-1", 1, child("deadlock")).getBytes(StandardCharsets.UTF_8));
            Await.until("the hub waits for the lock", RECOVERY, () -> isWaiting(hub));
            sql.execute("LOCK TABLE record IN ACCESS EXCLUSIVE MODE");
            rival.rollback();
        } catch (SQLException e) {
            place.say().accept("PostgreSQL ended the other session (SQL state " + e.getSQLState() + ")");
        }
        Answer answer = hub.answer(POLICE, "f51.json");
        return List.of(Finding.that("the file is taken", answer.stage().equals("ACCEPTED"), answer), Finding.same("it is held once", List.of("F51-1@1"), hub.held("F51-")),
                UploadRows.oneAlert(hub, "F51-"));
    }

    private static boolean isWaiting(Bench hub) throws Exception {
        try (Connection looker = HubTables.databaseOf(hub.hub()).getConnection(); Statement sql = looker.createStatement();
             var rows = sql.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            return rows.next() && rows.getLong(1) > 0;
        }
    }

    /** Somebody keeps the tables that all work needs, and pages ask for them until the hub has no connection left. */
    private static List<Finding> usedUp(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            hub.send(POLICE, MISSING, "f52-0.json", notice("F52-0", 1, child("poolbefore")));
            hub.settle();
            List<Finding> findings = new ArrayList<>();
            try (Connection rival = HubTables.databaseOf(hub.hub()).getConnection(); Statement sql = rival.createStatement()) {
                rival.setAutoCommit(false);
                sql.execute("LOCK TABLE delivery, record, mention, link, person, alert IN ACCESS EXCLUSIVE MODE");
                List<CompletableFuture<Duration>> readers = readers(hub);
                Optional<String> refused = hub.refusal(POLICE, MISSING, "f52-1.json", notice("F52-1", 1, child("poolduring")).getBytes(StandardCharsets.UTF_8));
                findings.add(Finding.that("senders can still deliver", refused.isEmpty(), refused));
                Await.until("the health page says so", RECOVERY, () -> hub.health().equals("DOWN"));
                CompletableFuture.allOf(readers.toArray(CompletableFuture[]::new)).get(RECOVERY.toSeconds(), TimeUnit.SECONDS);
                Duration longest = readers.stream().map(CompletableFuture::join).max(Comparator.naturalOrder()).orElseThrow();
                place.say().accept(READERS + " pages were asked for, the last was answered after " + longest.toSeconds() + " s, while the locks stood");
                findings.add(Finding.that("each page is answered in time though the locks stand", longest.compareTo(ANSWERED_WITHIN) < 0, longest));
                rival.rollback();
            }
            Answer during = hub.answer(POLICE, "f52-1.json");
            Answer after = hub.send(POLICE, MISSING, "f52-2.json", notice("F52-2", 1, child("poolafter")));
            Await.until("the hub is well again", RECOVERY, () -> hub.health().equals("UP"));
            findings.addAll(List.of(Finding.same("all files are taken by themselves", List.of("ACCEPTED 1/0/0", "ACCEPTED 1/0/0"), List.of(during.inShort(), after.inShort())),
                    Finding.same("every notice is held once", List.of("F52-0@1", "F52-1@1", "F52-2@1"), hub.held("F52-")),
                    Finding.that("one alert for each child", hub.alerts("F52-").size() == 3, hub.alerts("F52-")), LogJudge.isSound(hub.hub())));
            return findings;
        }
    }

    /** How long each export takes until it is answered, which it may be by a refusal. */
    private static List<CompletableFuture<Duration>> readers(Bench hub) {
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        List<CompletableFuture<Duration>> readers = IntStream.range(0, READERS).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            long begun = System.nanoTime();
            try {
                CsvExport.fetch(hub.hub(), "links");
            } catch (IOException refused) {
                // An answer all the same, and the one to be expected here.
                return Duration.ofNanos(System.nanoTime() - begun);
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        }, threads)).toList();
        threads.shutdown();
        return readers;
    }

    private static List<Finding> locked(Place place) throws Exception {
        Bench hub = place.hub();
        try (Connection rival = HubTables.databaseOf(hub.hub()).getConnection(); Statement sql = rival.createStatement()) {
            rival.setAutoCommit(false);
            sql.execute("LOCK TABLE record IN ACCESS EXCLUSIVE MODE");
            hub.door(POLICE).send(MISSING, "f53.json", notice("F53-1", 1, child("locked")).getBytes(StandardCharsets.UTF_8));
            Await.until("the hub waits for the lock", RECOVERY, () -> isWaiting(hub));
            Waiting.millis(LOCKED_MILLIS);
            rival.rollback();
        }
        Answer answer = hub.answer(POLICE, "f53.json");
        return List.of(Finding.that("the file is taken", answer.stage().equals("ACCEPTED"), answer), Finding.same("it is held once", List.of("F53-1@1"), hub.held("F53-")),
                UploadRows.oneAlert(hub, "F53-"));
    }
}
