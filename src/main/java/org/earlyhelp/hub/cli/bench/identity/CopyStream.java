package org.earlyhelp.hub.cli.bench.identity;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows into one table by COPY on a connection of its own; foreign keys are not checked, so that several tables fill at once. */
public final class CopyStream implements AutoCloseable {
    private static final int BLOCK_CHARACTERS = 60_000;
    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder block = new StringBuilder();

    /** {@code table} with its columns, as COPY takes them. */
    public CopyStream(DataSource database, String table) throws SQLException {
        connection = database.getConnection();
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
        }
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
    }

    /** One row; null is a null. */
    public void row(Object... cells) throws SQLException {
        for (int i = 0; i < cells.length; i++) {
            block.append(i == 0 ? "" : "\t").append(cells[i] == null ? "\\N" : cells[i].toString().replace("\\", "\\\\"));
        }
        block.append('\n');
        if (block.length() > BLOCK_CHARACTERS) {
            flush();
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        copy.endCopy();
        connection.close();
    }

    private void flush() throws SQLException {
        byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        block.setLength(0);
    }
}
