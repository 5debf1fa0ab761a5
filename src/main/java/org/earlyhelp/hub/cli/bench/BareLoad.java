package org.earlyhelp.hub.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The least that PostgreSQL needs for the marks of a file: COPY into a temporary table, INSERT ... ON CONFLICT into the true one, one transaction. */
final class BareLoad {
    private static final int BLOCK_CHARACTERS = 60_000;
    private final DataSource database;

    private BareLoad(DataSource database) {
        this.database = database;
    }

    /** With an empty table. */
    static BareLoad into(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE bare (urn integer, upn text, day date, am text, pm text, PRIMARY KEY (urn, upn, day))");
        }
        return new BareLoad(database);
    }

    Duration load(Path file) throws SQLException, IOException {
        long start = System.nanoTime();
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL datestyle = 'DMY'");
            sql.execute("CREATE TEMP TABLE arrived (LIKE bare) ON COMMIT DROP");
            copy(file, connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY arrived FROM STDIN"));
            sql.execute("INSERT INTO bare SELECT * FROM arrived ON CONFLICT (urn, upn, day) DO UPDATE SET am = EXCLUDED.am, pm = EXCLUDED.pm");
            connection.commit();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void copy(Path file, CopyIn copy) throws IOException, SQLException {
        StringBuilder block = new StringBuilder();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                block.append(cells[1]).append('\t').append(cells[2]).append('\t').append(cells[15]).append('\t').append(cells[16]).append('\t')
                        .append(cells[17].replace("\\", "\\\\")).append('\n');
                if (block.length() > BLOCK_CHARACTERS) {
                    flush(copy, block);
                }
            }
        }
        flush(copy, block);
        copy.endCopy();
    }

    private static void flush(CopyIn copy, StringBuilder block) throws SQLException {
        byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        block.setLength(0);
    }
}
