package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern LATER = Pattern.compile("-- PostgreSQL ([0-9]+) or later");

    /** For a server of that version; the hub's role gets the password. */
    static OwnerScript of(int major, String password) throws IOException {
        List<String> lines = RunbookBlock.after("use-your-own-servers.md", "As its owner").stream().filter(line -> isFor(line, major))
                .map(line -> line.replaceFirst("--.*", "").replace("…", password)).toList();
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

    private static boolean isFor(String line, int major) {
        Matcher later = LATER.matcher(line);
        return !later.find() || major >= Integer.parseInt(later.group(1));
    }

    private static List<String> statements(List<String> lines) {
        return Arrays.stream(lines.stream().collect(Collectors.joining("\n")).split(";")).filter(statement -> !statement.isBlank()).toList();
    }
}
