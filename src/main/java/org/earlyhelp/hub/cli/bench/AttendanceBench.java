package org.earlyhelp.hub.cli.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Attendance loaded through the intake's own route, then again with 20% of the marks changed, and beside each the bare
 * loading of the same rows into the same PostgreSQL, which keeps what it says ({@code fsync}, {@code synchronous_commit}).
 */
final class AttendanceBench {
    private static final int CHANGED_PERCENT = 20;
    private static final double BYTES_A_MEGABYTE = 1_000_000;
    private final int pupils;
    private final int days;
    private final Consumer<String> say;

    AttendanceBench(int pupils, int days, Consumer<String> say) {
        this.pupils = pupils;
        this.days = days;
        this.say = say;
    }

    /** Works below {@code folder} and prints the figures. */
    void run(Path folder) throws Exception {
        Path first = new AttendanceFile(pupils, days, 0).write(folder.resolve("first.csv"));
        Path second = new AttendanceFile(pupils, days, CHANGED_PERCENT).write(folder.resolve("second.csv"));
        say.accept("%d rows, %.0f MB, seed %d, most memory %d MB".formatted(rows(), Files.size(first) / BYTES_A_MEGABYTE, AttendanceFile.SEED,
                Runtime.getRuntime().maxMemory() / (1 << 20)));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_wal_size", "2GB").start()) {
            DataSource database = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(database).load().migrate();
            try (IntakeAlone intake = IntakeAlone.start(folder, Path.of(System.getProperty("ehub.home", ".")), database)) {
                tell("intake, first load", intake.load(first), intake.answer());
                tell("intake, 20% of the marks changed", intake.load(second), intake.answer());
            }
            BareLoad bare = BareLoad.into(database);
            tell("bare COPY and INSERT, first load", bare.load(first), "");
            tell("bare COPY and INSERT, 20% changed", bare.load(second), "");
        }
    }

    private long rows() {
        return (long) pupils * days;
    }

    private void tell(String what, Duration time, String answer) {
        say.accept("%-36s %6.1f s %,10d rows/s  %s".formatted(what, time.toMillis() / 1000.0, rows() * 1000 / Math.max(1, time.toMillis()), answer));
    }
}
