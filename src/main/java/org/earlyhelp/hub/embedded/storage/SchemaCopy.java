package org.earlyhelp.hub.embedded.storage;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.StartFailure;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** Makes the tables of a database as they were in another: by the same migrations, no more and no fewer. */
public final class SchemaCopy {
    private static final String FOLDER = "db/migration/";

    private SchemaCopy() {
    }

    /** A migration as it was applied. */
    public record Migration(String script, Integer checksum) {
    }

    /** Those that the database has had, in their order. */
    public static List<Migration> of(Connection connection) throws SQLException {
        List<Migration> applied = new ArrayList<>();
        try (Statement sql = connection.createStatement();
             ResultSet rows = sql.executeQuery("SELECT script, checksum FROM flyway_schema_history WHERE success AND version IS NOT NULL ORDER BY installed_rank")) {
            while (rows.next()) {
                applied.add(new Migration(rows.getString(1), rows.getObject(2, Integer.class)));
            }
        }
        return applied;
    }

    /** Whether there is anything in the database's schema. */
    public static boolean isEmpty(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement();
             ResultSet rows = sql.executeQuery("SELECT NOT EXISTS (SELECT FROM information_schema.tables WHERE table_schema = 'public')")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Takes everything out of the schema. */
    public static void clear(DataSource database) {
        Flyway.configure().dataSource(database).cleanDisabled(false).load().clean();
    }

    /** Applies exactly these. Throws StartFailure when this hub does not have one of them as it was. */
    public static void make(DataSource database, List<Migration> wanted) throws SQLException {
        wanted.stream().filter(migration -> SchemaCopy.class.getClassLoader().getResource(FOLDER + migration.script()) == null).findFirst().ifPresent(SchemaCopy::refuse);
        Flyway.configure().dataSource(database).outOfOrder(true).resourceProvider(new Only(wanted)).load().migrate();
        try (Connection connection = database.getConnection()) {
            List<Migration> made = of(connection);
            wanted.stream().filter(migration -> !made.contains(migration)).findFirst().ifPresent(SchemaCopy::refuse);
        }
    }

    private static void refuse(Migration migration) {
        throw new StartFailure("This version of the hub does not have " + migration.script() + " as the backup's had: restore with the version that took it, then start this one.");
    }

    /** The migrations of the classpath that were asked for. */
    private record Only(List<Migration> wanted) implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return wanted.stream().map(Migration::script).filter(script -> script.startsWith(prefix) && List.of(suffixes).stream().anyMatch(script::endsWith))
                    .<LoadableResource>map(Script::new).toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            return new InputStreamReader(SchemaCopy.class.getClassLoader().getResourceAsStream(FOLDER + name), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
