package org.earlyhelp.hub.cli.torture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.earlyhelp.hub.cli.bench.log.LogAlone;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.KeptLog;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.sharing.log.offline.LogExport;
import org.earlyhelp.hub.sharing.log.offline.LogFolder;
import org.earlyhelp.hub.sharing.log.offline.LogVerifier;
import org.earlyhelp.hub.sharing.log.offline.Trust;
import org.earlyhelp.hub.sharing.log.offline.Verdict;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Kills a program that acts and logs, again and again, on one database that keeps what it says, and judges the log that is left. */
final class LogTrial {
    private static final int LONGEST_MILLIS = 1_500;
    private static final int LONGEST_START_MILLIS = 3_000;
    private static final double WHILE_STARTING = 0.25;
    private static final long SETTLE_LIMIT_SECONDS = 120;
    private static final long BEGIN_LIMIT_SECONDS = 120;
    private static final long LOOK_AGAIN_MILLIS = 20;
    private final int kills;
    private final long seed;
    private final Consumer<String> say;

    LogTrial(int kills, long seed, Consumer<String> say) {
        this.kills = kills;
        this.seed = seed;
        this.say = say;
    }

    /** Runs it below {@code root}. Throws StartFailure when the program does not start, or the log does not settle. */
    List<Finding> run(HubFolder root) throws IOException {
        Files.createDirectories(root.root());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start()) {
            DataSource database = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(database).load().migrate();
            new JdbcTemplate(database).execute("CREATE TABLE " + LogAppender.ACTS + " (entry text PRIMARY KEY)");
            SplittableRandom random = new SplittableRandom(seed);
            for (int kill = 1; kill <= kills; kill++) {
                kill(kill, random, root.root(), postgres.getJdbcUrl("postgres", "postgres"));
            }
            return judge(root.root(), database);
        }
    }

    private void kill(int number, SplittableRandom random, Path folder, String url) throws IOException {
        // The last one has begun, however slow the machine: a log without an entry shows nothing.
        boolean starting = random.nextDouble() < WHILE_STARTING && number < kills;
        double at = random.nextDouble();
        int millis = starting ? random.nextInt(LONGEST_START_MILLIS) : (int) (at * at * LONGEST_MILLIS);
        Path output = folder.resolve("appender-" + number + ".log");
        Process process = new ProcessBuilder(words(url, folder, random.nextLong())).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            if (!starting) {
                awaitBegin(process, output);
            }
            Waiting.millis(millis);
        } finally {
            process.destroyForcibly();
        }
        awaitEnd(process);
        say.accept("Kill %d of %d: %d ms after the %s".formatted(number, kills, millis, starting ? "start was begun" : "first act"));
    }

    private static List<String> words(String url, Path folder, long seed) {
        return List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                "-Dehub.home=" + System.getProperty("ehub.home", "."), "-cp", System.getProperty("java.class.path"), LogAppender.class.getName(), url, "postgres", "postgres",
                folder.toString(), Long.toString(seed));
    }

    private static void awaitBegin(Process process, Path output) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BEGIN_LIMIT_SECONDS);
        while (!Files.readString(output).contains(LogAppender.BEGUN)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new StartFailure("The program that acts and logs did not begin; its last words are in " + output + ".");
            }
            Waiting.millis(LOOK_AGAIN_MILLIS);
        }
    }

    private static void awaitEnd(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Stopped while a program ended.", e);
        }
    }

    private List<Finding> judge(Path folder, DataSource database) throws IOException {
        try (LogAlone hub = new LogAlone(folder, Path.of(System.getProperty("ehub.home", ".")), database)) {
            settle(hub.room(LogWatch.class));
            JdbcTemplate jdbc = hub.room(JdbcTemplate.class);
            List<String> acts = jdbc.queryForList("SELECT entry FROM " + LogAppender.ACTS, String.class);
            List<String> logged = jdbc.queryForList("SELECT id FROM sharing_entry", String.class);
            List<String> places = jdbc.queryForList("SELECT leaf::text FROM sharing_leaf JOIN sharing_entry USING (ordinal)", String.class);
            List<Finding> findings = new ArrayList<>();
            findings.add(Finding.same("no act without its entry, no entry without its act", acts, logged));
            findings.add(Finding.same("every entry has one place, and the places have no gap", LongStream.range(0, logged.size()).mapToObj(Long::toString).toList(), places));
            findings.addAll(checked(hub, folder));
            return findings;
        }
    }

    private static void settle(LogWatch watch) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_LIMIT_SECONDS);
        for (LogState state = watch.state(); state.standing() == LogState.Standing.STARTING || state.pending() > 0; state = watch.state()) {
            if (state.isStopped() || System.nanoTime() > end) {
                throw new StartFailure("The log did not settle: " + state.words());
            }
            Waiting.millis(LOOK_AGAIN_MILLIS);
        }
    }

    /** What the check of the database and the offline verifier say. */
    private static List<Finding> checked(LogAlone hub, Path folder) {
        TransactionTemplate moment = new TransactionTemplate(hub.room(PlatformTransactionManager.class));
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        Path keys = hub.room(HubSettings.class).keyDir();
        DataSource database = hub.room(DataSource.class);
        LogState.Check check = moment.execute(status -> KeptLog.check(database, keys, true));
        Verdict verdict = moment.execute(status -> {
            try {
                LogExport.write(KeptLog.read(database, keys), folder.resolve("export"), true);
                return LogVerifier.verify(new LogFolder(folder.resolve("export")), Trust.inTheFolder());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return List.of(new Finding("the check of the whole database finds nothing", check.entries(), check.faults()),
                new Finding("an export with payloads is verified offline", check.entries(), verdict instanceof Verdict.Sound ? List.of() : List.of(verdict.toString())));
    }
}
