package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.earlyhelp.hub.support.RunbookBlock;

/**
 * What the runbook tells the owner of a server to do for the hub, done as it says.
 *
 * @param onServer   statements before the hub's database is there
 * @param inDatabase statements in the hub's database
 */
record OwnerScript(List<String> onServer, List<String> inDatabase) {
    private static final String OTHER_DATABASE = "\\c hub";

    /** The hub's role gets the password. */
    static OwnerScript of(String password) throws IOException {
        List<String> lines = RunbookBlock.after("use-your-own-servers.md", "As its owner").stream().map(line -> line.replace("…", password)).toList();
        int database = lines.indexOf(OTHER_DATABASE);
        return new OwnerScript(statements(lines.subList(0, database)), statements(lines.subList(database + 1, lines.size())));
    }

    static void run(List<String> statements, String url, String owner, String password) {
        try (Connection connection = DriverManager.getConnection(url, owner, password); Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> statements(List<String> lines) {
        return Arrays.stream(lines.stream().collect(Collectors.joining("\n")).split(";")).filter(statement -> !statement.isBlank()).toList();
    }
}
