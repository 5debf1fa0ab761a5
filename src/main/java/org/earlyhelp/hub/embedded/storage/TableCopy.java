package org.earlyhelp.hub.embedded.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Every row of the hub's tables, out and in, by COPY: needs no program of PostgreSQL and no more rights than the hub has. Works
 * in the transaction of its connection. Not thread-safe.
 */
public final class TableCopy {
    private final Connection connection;

    /** The connection stays the caller's, to commit and to close. */
    public TableCopy(Connection connection) {
        this.connection = connection;
    }

    /** A table and those of its columns that hold what was put there, not what is computed. */
    public record Table(String name, List<String> columns) {
        public Table {
            columns = List.copyOf(columns);
        }

        private String copy(String direction) {
            return "COPY " + quoted(name) + " (" + columns.stream().map(TableCopy::quoted).collect(Collectors.joining(", ")) + ") " + direction;
        }
    }

    /** All tables but the list of migrations, each after those it refers to. */
    public List<Table> tables() throws SQLException {
        Map<String, List<String>> columns = columns();
        Map<String, Set<String>> needs = new TreeMap<>();
        columns.keySet().forEach(name -> needs.put(name, new TreeSet<>()));
        try (Statement sql = connection.createStatement(); ResultSet rows = sql.executeQuery("""
                SELECT c.relname, f.relname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
                 WHERE k.contype = 'f' AND k.conrelid <> k.confrelid AND k.connamespace = 'public'::regnamespace""")) {
            while (rows.next()) {
                needs.get(rows.getString(1)).add(rows.getString(2));
            }
        }
        return inOrder(needs).stream().map(name -> new Table(name, columns.get(name))).toList();
    }

    /** Writes the rows; returns how many. */
    public long out(Table table, OutputStream to) throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copy("TO STDOUT"), to);
    }

    /** Reads the rows into the table; returns how many. The columns must be there. */
    public long in(Table table, InputStream from) throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copy("FROM STDIN"), from);
    }

    /** Takes out what migrations put in: the copy holds it as it has become. */
    public void empty() throws SQLException {
        String names = tables().stream().map(table -> quoted(table.name())).collect(Collectors.joining(", "));
        execute("TRUNCATE " + names);
    }

    /** The last number that each sequence gave; those that gave none are not named. */
    public Map<String, Long> sequences() throws SQLException {
        Map<String, Long> last = new TreeMap<>();
        try (Statement sql = connection.createStatement();
             ResultSet rows = sql.executeQuery("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL")) {
            while (rows.next()) {
                last.put(rows.getString(1), rows.getLong(2));
            }
        }
        return last;
    }

    /** From now on the sequence gives the numbers after {@code last}. */
    public void goOnAfter(String sequence, long last) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
            sql.setString(1, quoted(sequence));
            sql.setLong(2, last);
            sql.executeQuery().close();
        }
    }

    /** How many entries of the sharing log are under a signed checkpoint. */
    public long signedEntries() throws SQLException {
        try (Statement sql = connection.createStatement(); ResultSet rows = sql.executeQuery("SELECT coalesce(max(size), 0) FROM sharing_checkpoint")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * Has messages sent again whose queue is lost: those of alerts that nobody has taken up, and all of the last {@code days}
     * before the newest. Receivers drop what they had by its id. Returns how many.
     */
    public int sendAgain(int days) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("""
                UPDATE outbox SET published_at = NULL
                 WHERE published_at IS NOT NULL
                   AND (created_at > (SELECT max(created_at) FROM outbox) - make_interval(days => ?)
                        OR body::jsonb -> 'data' ->> 'alert' IN (SELECT ref FROM alert WHERE status = 'RAISED'))""")) {
            sql.setInt(1, days);
            return sql.executeUpdate();
        }
    }

    private Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Statement sql = connection.createStatement(); ResultSet rows = sql.executeQuery("""
                SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
                 WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> 'flyway_schema_history' AND c.is_generated = 'NEVER'
                 ORDER BY c.table_name, c.ordinal_position""")) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), none -> new ArrayList<>()).add(rows.getString(2));
            }
        }
        return columns;
    }

    private void execute(String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static List<String> inOrder(Map<String, Set<String>> needs) {
        Map<String, Set<String>> left = new LinkedHashMap<>(needs);
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> free = left.keySet().stream().filter(name -> order.containsAll(left.get(name))).toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("these tables refer to one another in a circle and cannot be copied one after the other: " + left.keySet());
            }
            order.addAll(free);
            left.keySet().removeAll(free);
        }
        return order;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
