package org.earlyhelp.hub.embedded.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.earlyhelp.hub.kernel.StartFailure;

/** Makes the hub's own role and database on a new server: the role owns its schema and little else. */
public final class DatabaseSetup {
    private DatabaseSetup() {
    }

    /** Whether the database lets this user in with this password. */
    public static boolean opens(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Makes the role with the password and a database of the same name that it owns; gives an existing role the password.
     * {@code name} is a fixed word of the hub and {@code password} hexadecimal, since neither can be a parameter here.
     */
    public static void makeDatabase(String url, String superuser, String superuserPassword, String name, String password) {
        try (Connection connection = DriverManager.getConnection(url, superuser, superuserPassword); Statement sql = connection.createStatement()) {
            String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
            sql.execute(verb + " ROLE " + name + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '" + password + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                sql.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
            sql.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            sql.execute("GRANT pg_checkpoint TO " + name);
        } catch (SQLException e) {
            throw new StartFailure("The hub's database could not be made: SQL state " + e.getSQLState(), e);
        }
    }

    /**
     * Lets the role clear the old log segments that an erasure leaves. Statistics that quote values it clears as its database's
     * owner. {@code url} is of the role's own database.
     */
    public static void letClear(String url, String superuser, String superuserPassword, String name) {
        try (Connection connection = DriverManager.getConnection(url, superuser, superuserPassword); Statement sql = connection.createStatement()) {
            sql.execute("GRANT EXECUTE ON FUNCTION pg_catalog.pg_switch_wal() TO " + name);
        } catch (SQLException e) {
            throw new StartFailure("The hub's database could not be made: SQL state " + e.getSQLState(), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
