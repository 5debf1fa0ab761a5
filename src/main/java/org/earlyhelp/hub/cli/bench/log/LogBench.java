package org.earlyhelp.hub.cli.bench.log;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.KeptLog;
import org.earlyhelp.hub.sharing.LogProofs;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.sharing.SharingLog;
import org.earlyhelp.hub.sharing.log.offline.LogExport;
import org.earlyhelp.hub.sharing.log.offline.LogFolder;
import org.earlyhelp.hub.sharing.log.offline.LogVerifier;
import org.earlyhelp.hub.sharing.log.offline.Trust;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills a log beside a PostgreSQL that keeps what it says, then proves, searches, exports and verifies; beside it the bare writing of the same rows. */
public final class LogBench {
    private static final int BATCH = 1_000;
    private static final int TRIES = 1_000;
    private static final int PAGE = 50;
    private static final int CONNECTIONS = 6;
    private static final long SEED = 20261123;
    private static final double NANOS_A_MILLI = 1e6;

    private final int entries;
    private final Consumer<String> say;

    /** {@code entries}: how many the log is filled with; {@code say} takes the lines to print. */
    public LogBench(int entries, Consumer<String> say) {
        this.entries = entries;
        this.say = say;
    }

    /** Works below {@code folder} and prints the figures. */
    public void run(Path folder) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_wal_size", "2GB").start(); HikariDataSource database = new HikariDataSource()) {
            database.setDataSource(postgres.getPostgresDatabase());
            database.setMaximumPoolSize(CONNECTIONS);
            Flyway.configure().dataSource(database).load().migrate();
            try (LogAlone hub = new LogAlone(folder, Path.of(System.getProperty("ehub.home", ".")), database)) {
                append(hub);
                bare(hub.room(JdbcTemplate.class));
                find(hub);
                verify(hub, folder.resolve("without"), false);
                verify(hub, folder.resolve("with"), true);
                check(hub);
            }
        }
    }

    private void append(LogAlone hub) {
        MadeUpActs acts = new MadeUpActs(entries);
        DisclosureDesk desk = hub.room(DisclosureDesk.class);
        TransactionTemplate transaction = hub.room(TransactionTemplate.class);
        long start = System.nanoTime();
        for (int first = 0; first < entries; first += BATCH) {
            List<Act> some = acts.some(first, BATCH);
            transaction.executeWithoutResult(status -> desk.note(some));
        }
        Duration written = since(start);
        LogState state = hub.room(LogWatch.class).state();
        while (state.size() < entries && !state.isStopped()) {
            Waiting.millis(10);
            state = hub.room(LogWatch.class).state();
        }
        rate("entries appended in batches of 1,000", written);
        rate("  and all under a signed checkpoint", since(start));
    }

    private void bare(JdbcTemplate jdbc) {
        jdbc.execute("CREATE TABLE bare (LIKE sharing_entry)");
        long last = jdbc.queryForObject("SELECT max(ordinal) FROM sharing_entry", Long.class);
        long start = System.nanoTime();
        for (long from = 0; from < last; from += BATCH) {
            jdbc.update("INSERT INTO bare SELECT * FROM sharing_entry WHERE ordinal > ? AND ordinal <= ?", from, from + BATCH);
        }
        rate("  PostgreSQL alone, the same rows without index", since(start));
        jdbc.execute("DROP TABLE bare");
    }

    private void find(LogAlone hub) {
        SplittableRandom random = new SplittableRandom(SEED);
        int children = new MadeUpActs(entries).children();
        List<String> ids = new ArrayList<>();
        SharingLog log = hub.room(SharingLog.class);
        times("search by child, newest 50", i -> log.aboutBefore(MadeUpActs.child(random.nextInt(children)), SharingLog.NEWEST, PAGE).forEach(entry -> ids.add(entry.id())));
        LogProofs proofs = hub.room(LogProofs.class);
        times("inclusion proof, read and checked", i -> {
            if (!proofs.of(ids.get(random.nextInt(ids.size()))).orElseThrow().holds()) {
                throw new IllegalStateException("a proof does not hold");
            }
        });
    }

    private void verify(LogAlone hub, Path folder, boolean payloads) {
        String how = payloads ? "with payloads" : "without payloads";
        long start = System.nanoTime();
        moment(hub).executeWithoutResult(status -> {
            try {
                LogExport.write(KeptLog.read(hub.room(DataSource.class), hub.room(HubSettings.class).keyDir()), folder, payloads);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        seconds("export " + how, since(start), "");
        start = System.nanoTime();
        String verdict = LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder()).toString();
        seconds("offline verification " + how, since(start), verdict);
    }

    private void check(LogAlone hub) {
        long start = System.nanoTime();
        LogState.Check check = moment(hub).execute(status -> KeptLog.check(hub.room(DataSource.class), hub.room(HubSettings.class).keyDir(), true));
        seconds("check of the whole database", since(start), check.entries() + " entries, " + check.count() + " faults");
    }

    private static TransactionTemplate moment(LogAlone hub) {
        TransactionTemplate moment = new TransactionTemplate(hub.room(PlatformTransactionManager.class));
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
        return moment;
    }

    private void times(String what, IntConsumer work) {
        long[] nanos = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            work.accept(i);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        say.accept("%-48s median %.2f ms, p95 %.2f ms, max %.2f ms of %,d".formatted(what, nanos[TRIES / 2] / NANOS_A_MILLI, nanos[TRIES * 95 / 100] / NANOS_A_MILLI,
                nanos[TRIES - 1] / NANOS_A_MILLI, TRIES));
    }

    private void rate(String what, Duration time) {
        say.accept("%-48s %6.1f s  %,8d a second".formatted(what, time.toMillis() / 1000.0, entries * 1000L / Math.max(1, time.toMillis())));
    }

    private void seconds(String what, Duration time, String result) {
        say.accept("%-48s %6.1f s  %s".formatted(what, time.toMillis() / 1000.0, result));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
